import type { LanguageModelV4 } from "@ai-sdk/provider";
import { type ModelMessage, streamText, type ToolSet, tool } from "ai";
import type { Tool } from "../../tools/tool.ts";
import { offeredInput } from "./offer.ts";

/** A call as the model wrote it; `error` says why it cannot be made as it is. */
export type WrittenCall = { id: string; name: string; input: unknown; error?: unknown };

/** What one request to a model brought. */
export type Step = {
  text: string;
  calls: WrittenCall[];
  finishReason: string;
  promptTokens: number | undefined;
};

type Request = {
  model: LanguageModelV4;
  instructions: string;
  messages: ModelMessage[];
  tools: readonly Tool[];
  mostTokens: number;
  abortSignal: AbortSignal;
};

/** Without a function behind them: calls come back here, and the turn runs them. */
function toToolSet(tools: readonly Tool[]): ToolSet {
  return Object.fromEntries(
    tools.map((offered) => [
      offered.name,
      tool({ description: offered.description, inputSchema: offeredInput(offered) }),
    ]),
  );
}

/** Tokens are longer than this in no language: a server that reads over `max_tokens` is cut off here. */
const mostCharactersPerToken = 8;

/**
 * Sends one request and hands on the words as they come. Throws what the back end threw; a text that goes beyond its
 * limit ends there with the reason "length".
 */
export async function runStep(request: Request, onText: (delta: string) => void): Promise<Step> {
  const { model, instructions, messages, tools, mostTokens, abortSignal } = request;
  const cut = new AbortController();
  const { stream } = streamText({
    model,
    instructions,
    messages,
    ...(tools.length > 0 && { tools: toToolSet(tools) }),
    temperature: 0,
    seed: 0,
    maxOutputTokens: mostTokens,
    maxRetries: 0,
    abortSignal: AbortSignal.any([abortSignal, cut.signal]),
    onError: () => undefined,
  });
  const step: Step = { text: "", calls: [], finishReason: "other", promptTokens: undefined };
  for await (const part of stream) {
    if (part.type === "text-delta") {
      step.text += part.text;
      onText(part.text);
    } else if (part.type === "tool-call") {
      const { toolCallId: id, toolName: name, input, error } = part;
      step.calls.push({ id, name, input, ...(error !== undefined && { error }) });
    } else if (part.type === "error") throw part.error;
    else if (part.type === "finish-step") {
      step.finishReason = part.finishReason;
      step.promptTokens = part.usage.inputTokens;
    }
    if (step.text.length > mostTokens * mostCharactersPerToken) {
      cut.abort();
      return { ...step, finishReason: "length" };
    }
  }
  abortSignal.throwIfAborted();
  return step;
}
