import {
  convertToModelMessages,
  createUIMessageStream,
  createUIMessageStreamResponse,
  toUIMessageStream,
  type UIMessage,
  type UIMessageStreamWriter,
} from "ai";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { assemble } from "./assemble.ts";
import { orComposed, toModelError } from "./finish.ts";
import { type Backend, startTurn } from "./turn.ts";

type Parts = { backend: Backend; knowledge: Knowledge; now: () => number };
type Asked = { messages: UIMessage[]; abortSignal: AbortSignal | undefined };

function lastQuestion(messages: readonly UIMessage[]): string {
  const parts = messages.findLast(({ role }) => role === "user")?.parts ?? [];
  return parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}

function writeText(writer: UIMessageStreamWriter, delta: string): void {
  writer.write({ type: "text-start", id: "composed" });
  writer.write({ type: "text-delta", id: "composed", delta });
  writer.write({ type: "text-end", id: "composed" });
}

/** Runs the agent into the stream; after its words come the checked answer and the end, unless it failed. */
async function writeAnswer(
  writer: UIMessageStreamWriter,
  { messages, abortSignal }: Asked,
  parts: Parts,
): Promise<void> {
  const { backend, knowledge, now } = parts;
  const started = now();
  const question = lastQuestion(messages);
  const { agent, outcomes, toolSet } = startTurn(backend, knowledge);
  const prompt = await convertToModelMessages(messages, { tools: toolSet, ignoreIncompleteToolCalls: true });
  const { stream, text } = await agent.stream({ messages: prompt, ...(abortSignal && { abortSignal }) });
  const onError = (error: unknown) => toModelError(backend.name, error).message;
  writer.merge(
    toUIMessageStream({ stream, tools: toolSet, onError, sendReasoning: false, sendFinish: false }),
  );
  // A failure is already in the stream; an answer that did not come is not checked.
  const said = await Promise.resolve(text).catch(() => undefined);
  if (said === undefined) return;
  const whole = orComposed(said, question, outcomes, knowledge);
  if (whole !== said) writeText(writer, whole);
  const durationMs = Math.round(now() - started);
  const { toolCalls, ...answer } = assemble(
    { question, text: whole, outcomes, model: backend.name, durationMs },
    knowledge,
  );
  writer.write({ type: "data-answer", data: answer });
  writer.write({ type: "finish" });
}

/** Answers a conversation as an AI SDK UI message stream. */
export function streamAnswer(asked: Asked, parts: Parts): Response {
  const stream = createUIMessageStream({
    onError: (error) => toModelError(parts.backend.name, error).message,
    execute: ({ writer }) => writeAnswer(writer, asked, parts),
  });
  return createUIMessageStreamResponse({ stream });
}
