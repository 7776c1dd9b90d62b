import { z } from "zod";

const Content = z.union([z.string(), z.array(z.looseObject({ text: z.string().optional() }))]).nullish();

/** A chat request as the fixtures read it: what they need, and the rest as it came. */
export const ChatBody = z.looseObject({
  model: z.string(),
  stream: z.boolean().optional(),
  max_tokens: z.number().optional(),
  tool_choice: z.unknown().optional(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).optional(),
  messages: z.array(z.looseObject({ role: z.string(), content: Content })),
  tools: z.array(z.looseObject({ function: z.looseObject({ name: z.string() }) })).optional(),
});
export type ChatBody = z.infer<typeof ChatBody>;

/** A call of a tool; a string is sent as the arguments' text, whatever it holds. */
export type BrainCall = { name: string; input: unknown };

/** What a model says to a request: text, calls, both, and what it thought before. */
export type BrainReply = { text?: string; calls?: BrainCall[]; reasoning?: string; finish?: string };

/** A personality: the request, and which request of this server it is, counted from 0. */
export type Brain = (body: ChatBody, index: number) => BrainReply | Promise<BrainReply>;

/** A brain that says one thing after another, the last for ever. */
export function scripted(...replies: BrainReply[]): Brain {
  return (_, index) => replies[Math.min(index, replies.length - 1)] ?? { text: "" };
}

/** The pieces that a text is streamed in: words with the blank after them. */
export function tokensOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

export function argumentsOf({ input }: BrainCall): string {
  return typeof input === "string" ? input : JSON.stringify(input);
}

/** Words of a prompt, four characters each: what the fixtures count as its tokens. */
export function promptTokens(body: ChatBody): number {
  return Math.ceil(JSON.stringify([body.messages, body.tools ?? []]).length / 4);
}

export function contentOf({ content }: ChatBody["messages"][number]): string {
  return typeof content === "string" ? content : (content ?? []).map(({ text = "" }) => text).join("");
}
