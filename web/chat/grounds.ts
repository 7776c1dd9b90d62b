import { getToolName, isToolUIPart, type UIMessage } from "ai";
import { isListOf, isNullOr, isShape, isString } from "../guards.ts";
import type { CheckedAnswer, Fact } from "./checked-answer.ts";

/** What the numbers of a turn rest on; `commands` calls each tool again in a terminal, in the order of their results. */
export type Grounds = {
  facts: ReadonlyMap<string, Fact>;
  sources: ReadonlyMap<string, string>;
  commands: readonly string[];
};

const hasSources = isShape({
  sources: isListOf(isShape({ id: isString, title: isString, date: isNullOr(isString) })),
});

/** In a shell a single quote ends the quotation, also inside one. */
function toCommand(name: string, input: unknown): string {
  return `npm run -s advisor -- tool ${name} --input '${JSON.stringify(input ?? {}).replaceAll("'", String.raw`'\''`)}'`;
}

/** Everything a message holds that says where its numbers come from. */
export function findGrounds(
  parts: readonly UIMessage["parts"][number][],
  answer: CheckedAnswer | undefined,
): Grounds {
  const results = parts.filter(isToolUIPart).filter((part) => part.state === "output-available");
  const sources = results.flatMap(({ output }) => (hasSources(output) ? output.sources : []));
  return {
    facts: new Map(answer?.facts?.map((fact) => [fact.id, fact])),
    sources: new Map(sources.map(({ id, title, date }) => [id, date ? `${title} (${date})` : title])),
    commands: results.map((part) => toCommand(getToolName(part), part.input)),
  };
}

/** The command behind a fact: its id starts with the number of its call. */
export function commandOf(factId: string, { commands }: Grounds): string | undefined {
  return commands[Number.parseInt(factId, 10) - 1];
}
