import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4StreamPart,
} from "@ai-sdk/provider";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { compose } from "./compose.ts";
import { plan, type Turn } from "./plan.ts";
import { refusalsOf } from "./refusals.ts";
import type { Outcome } from "./results.ts";

/** The name under which the answerer without a model appears. */
export const BUILT_IN = "built-in";

const usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

function turnsOf({ prompt }: LanguageModelV4CallOptions): Turn[] {
  return prompt.flatMap((message): Turn[] => {
    if (message.role !== "user" && message.role !== "assistant") return [];
    const text = message.content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
    return text === "" ? [] : [{ role: message.role, text }];
  });
}

function respond(
  options: LanguageModelV4CallOptions,
  outcomes: readonly Outcome[],
  knowledge: Knowledge,
): LanguageModelV4Content[] {
  const turns = turnsOf(options);
  const asked = turns.findLastIndex(({ role }) => role === "user");
  const question = turns[asked]?.text ?? "";
  const { calls } = plan(question, turns.slice(0, asked), knowledge);
  if (options.prompt.at(-1)?.role === "tool") {
    const text = compose(question, [...refusalsOf(calls), ...outcomes], knowledge);
    return [{ type: "text", text }];
  }
  return calls.map(({ name, input }, index) => ({
    type: "tool-call",
    toolCallId: `call-${index + 1}`,
    toolName: name,
    input: JSON.stringify(input),
  }));
}

function finishOf(content: readonly LanguageModelV4Content[]) {
  const calls = content.some(({ type }) => type === "tool-call");
  return { unified: calls ? "tool-calls" : "stop", raw: undefined } as const;
}

/** Text arrives line by line, as from a model that writes. */
function toParts(content: readonly LanguageModelV4Content[]): LanguageModelV4StreamPart[] {
  const parts = content.flatMap((item): LanguageModelV4StreamPart[] => {
    if (item.type === "tool-call") return [item];
    if (item.type !== "text") return [];
    const deltas = item.text
      .split(/(?<=\n)/)
      .map((delta): LanguageModelV4StreamPart => ({ type: "text-delta", id: "text", delta }));
    return [{ type: "text-start", id: "text" }, ...deltas, { type: "text-end", id: "text" }];
  });
  return [
    { type: "stream-start", warnings: [] },
    ...parts,
    { type: "finish", finishReason: finishOf(content), usage },
  ];
}

/**
 * The answerer with no model behind the interface of one: it plans tool calls from the question, and
 * composes the answer from the results of this turn, which the server keeps and no client can forge.
 */
export function createBuiltInModel(
  knowledge: Knowledge,
  outcomes: () => readonly Outcome[],
): LanguageModelV4 {
  return {
    specificationVersion: "v4",
    provider: "jetson-advisor",
    modelId: BUILT_IN,
    supportedUrls: {},
    async doGenerate(options) {
      const content = respond(options, outcomes(), knowledge);
      return { content, finishReason: finishOf(content), usage, warnings: [] };
    },
    async doStream(options) {
      const parts = toParts(respond(options, outcomes(), knowledge));
      return { stream: ReadableStream.from(parts) };
    },
  };
}
