import type { LanguageModelV4 } from "@ai-sdk/provider";
import { type ModelMessage, streamText, type ToolSet, tool } from "ai";
import type { Tool } from "../../tools/tool.ts";
import { offeredInput } from "./offer.ts";
import { noUsage, type Usage } from "./usage.ts";

/** A call as the model wrote it; `error` says why it cannot be made as it is. */
export type WrittenCall = { id: string; name: string; input: unknown; error?: unknown };

/** What one request to a model brought. */
export type Step = {
  text: string;
  calls: WrittenCall[];
  finishReason: string;
  promptTokens: number | undefined;
  usage: Usage;
};

type Request = {
  model: LanguageModelV4;
  instructions: string;
  messages: ModelMessage[];
  tools: readonly Tool[];
  mostTokens: number;
  abortSignal: AbortSignal;
  /** A clock in milliseconds. */
  now(): number;
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

/** Times one request from its start. */
function createStopwatch(now: () => number) {
  const sent = now();
  let first: number | undefined;
  return {
    /** To be told of every part: the first that holds words, thoughts or a call ends the waiting. */
    hear(type: string) {
      if (/^(?:text|reasoning|tool-input)-delta$|^tool-call$/.test(type)) first ??= now();
    },
    times() {
      const end = now();
      return { waitingMs: (first ?? end) - sent, writingMs: end - (first ?? end) };
    },
  };
}

/** Tokens are longer than this in no language: a server that reads over `max_tokens` is cut off here. */
const mostCharactersPerToken = 8;

/**
 * Sends one request and hands on the words as they come. Throws what the back end threw; a text that goes beyond its
 * limit ends there with the reason "length".
 */
export async function runStep(request: Request, onText: (delta: string) => void): Promise<Step> {
  const { model, instructions, messages, tools, mostTokens, abortSignal, now } = request;
  const stopwatch = createStopwatch(now);
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
  const step: Step = {
    text: "",
    calls: [],
    finishReason: "other",
    promptTokens: undefined,
    usage: { ...noUsage, requests: 1 },
  };
  for await (const part of stream) {
    stopwatch.hear(part.type);
    if (part.type === "text-delta") {
      step.text += part.text;
      onText(part.text);
    } else if (part.type === "tool-call") {
      const { toolCallId: id, toolName: name, input, error } = part;
      step.calls.push({ id, name, input, ...(error !== undefined && { error }) });
    } else if (part.type === "error") throw part.error;
    else if (part.type === "finish-step") {
      step.finishReason = part.finishReason;
      const { inputTokens, outputTokens = 0 } = part.usage;
      step.promptTokens = inputTokens;
      step.usage = { requests: 1, inputTokens: inputTokens ?? 0, outputTokens, ...stopwatch.times() };
    }
    if (step.text.length > mostTokens * mostCharactersPerToken) {
      cut.abort();
      return { ...step, finishReason: "length" };
    }
  }
  abortSignal.throwIfAborted();
  return step;
}
