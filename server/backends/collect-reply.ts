import type {
  LanguageModelV4Content,
  LanguageModelV4GenerateResult,
  LanguageModelV4Middleware,
  LanguageModelV4StreamPart,
} from "@ai-sdk/provider";
import { modelError } from "./model-errors.ts";

/** A streamed reply in one piece. */
async function collect(
  stream: ReadableStream<LanguageModelV4StreamPart>,
): Promise<LanguageModelV4GenerateResult> {
  const content: LanguageModelV4Content[] = [];
  const texts = new Map<string, { type: "text" | "reasoning"; text: string }>();
  let finish: Extract<LanguageModelV4StreamPart, { type: "finish" }> | undefined;
  for await (const part of stream) {
    if (part.type === "error") throw part.error;
    if (part.type === "text-start" || part.type === "reasoning-start") {
      const text = {
        type: part.type === "text-start" ? ("text" as const) : ("reasoning" as const),
        text: "",
      };
      texts.set(part.id, text);
      content.push(text);
    }
    if (part.type === "text-delta" || part.type === "reasoning-delta") {
      const text = texts.get(part.id);
      if (text) text.text += part.delta;
    }
    if (part.type === "tool-call") content.push(part);
    if (part.type === "finish") finish = part;
  }
  if (!finish) throw modelError("llm-interrupted");
  return { content, finishReason: finish.finishReason, usage: finish.usage, warnings: [] };
}

/** Asks for a stream where a whole reply is wanted, so that the clocks see every token and all servers take one path. */
export const collectReplyMiddleware: LanguageModelV4Middleware = {
  specificationVersion: "v4",
  async wrapGenerate({ doStream }) {
    const { stream } = await doStream();
    return collect(stream);
  },
};
