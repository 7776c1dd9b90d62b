import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { ToolCall } from "../../server/agent/answer.ts";
import { sortResults } from "../../server/built-in/results.ts";
import type { GoldCall } from "../case.ts";
import { agrees } from "./agrees.ts";
import { judgeBy } from "./judge-by.ts";
import { resolvedInput, writtenPart } from "./resolved-input.ts";
import type { Scorer } from "./scorer.ts";

const passagesOf = (call: ToolCall) =>
  sortResults([call]).searches.flatMap(({ passages }) => passages.map(({ id }) => id));

/** Everybody searches in words of their own: a search agrees where it found one of the same passages. */
function findsSame(gold: GoldCall, made: ToolCall): boolean {
  const found = new Set(passagesOf(made));
  const wanted = passagesOf(gold);
  return wanted.length === 0 || wanted.some((id) => found.has(id));
}

function isMade(gold: GoldCall, made: ToolCall, knowledge: Knowledge): boolean {
  if (gold.name !== made.name) return false;
  if (gold.name === "search-documents") return findsSame(gold, made);
  return agrees(writtenPart(gold.input, resolvedInput(gold)), resolvedInput(made), knowledge);
}

/** Each gold call was made, with the board, the models and the settings that the question names. */
export const argumentsScorer: Scorer = {
  name: "arguments",
  about: "Calls the tools with what the question says, names and defaults resolved.",
  score({ gold, made, knowledge }) {
    if (gold.length === 0) return undefined;
    const missing = gold.filter((call) => !made.some((other) => isMade(call, other, knowledge)));
    return judgeBy(
      missing.map(({ name, input }) => `No call of ${name} agrees with ${JSON.stringify(input)}.`),
    );
  },
};
