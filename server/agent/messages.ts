import type { ModelMessage } from "ai";
import type { Turn } from "../built-in/turn.ts";
import type { WrittenCall } from "./model-step.ts";

/** A call with what a model is told of it. */
export type ToldCall = { id: string; name: string; input: unknown; told: string };

/** The conversation so far, oldest first. */
export function historyMessages(history: readonly Turn[]): ModelMessage[] {
  return history.map(({ role, text }) => ({ role, content: text }));
}

/** Calls and their results as a model with tools reads them. */
export function callMessages(calls: readonly ToldCall[], text = ""): ModelMessage[] {
  if (calls.length === 0) return [];
  const said = text.trim() === "" ? [] : [{ type: "text" as const, text }];
  return [
    {
      role: "assistant",
      content: [
        ...said,
        ...calls.map(({ id, name, input }) => ({
          type: "tool-call" as const,
          toolCallId: id,
          toolName: name,
          input: input ?? {},
        })),
      ],
    },
    {
      role: "tool",
      content: calls.map(({ id, name, told }) => ({
        type: "tool-result" as const,
        toolCallId: id,
        toolName: name,
        output: { type: "text" as const, value: told },
      })),
    },
  ];
}

/** Results as text, for a model whose template takes no tools. */
export function resultText(calls: readonly ToldCall[]): string {
  return ["Results of the tools:", ...calls.map(({ name, told }) => `[${name}]\n${told}`)].join("\n\n");
}

/** A call whose arguments cannot be parsed is sent back to its writer as an empty one. */
export function toldCall({ id, name, input }: WrittenCall, told: string): ToldCall {
  return { id, name, input: typeof input === "object" ? input : {}, told };
}
