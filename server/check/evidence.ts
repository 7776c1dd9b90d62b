import type { Fact } from "../../tools/facts.ts";
import type { ToolResult } from "../../tools/tool.ts";

/** Everything a number of an answer may rest on, all of it from this turn and this server. */
export type Evidence = {
  facts: readonly Fact[];
  /** Sentences and names the tools themselves wrote; digits inside a verbatim quotation of one are theirs. */
  words: readonly string[];
  question: string;
  /** Names of boards: a number that stands beside one has to be of that board. */
  boards?: readonly string[];
};

/** What a call was given comes back in its result; it is the caller's, not the tool's. */
function withoutInput(result: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(result).filter(([field]) => field !== "resolved"));
}

/** A price is displayed with its kind and day, which no fact holds as a number. */
const remarked = /\(/;

/** The words of a tool's result; plain numbers that its facts display are left out, since those are matched as facts. */
export function wordsOfResult({ facts, ...rest }: ToolResult): string[] {
  return [
    ...stringsOf(withoutInput(rest)),
    ...facts.flatMap(({ label, entity, display }) =>
      remarked.test(display) ? [label, entity, display] : [label, entity],
    ),
  ];
}

/** Strings this short are ids and units, not sentences. */
const shortestSentence = 3;

/** Every string inside a tool's result, line by line, since answers quote single lines of passages. */
export function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return linesOf(value);
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(stringsOf);
  return [];
}

function linesOf(text: string): string[] {
  const lines = text.split("\n").map((line) => line.replace(/^- /, "").trim());
  return lines.filter((line) => line.length >= shortestSentence);
}
