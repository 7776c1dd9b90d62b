import { judgeBy } from "./judge-by.ts";
import type { Scorer } from "./scorer.ts";

/** Where no tool is needed, none is called. */
export const restraintScorer: Scorer = {
  name: "restraint",
  about: "Calls no tool where none is needed.",
  score({ case: { expects }, answer }) {
    if (!expects.restrains) return undefined;
    return judgeBy(answer.toolCalls.map(({ name }) => `${name} was called, though no tool is needed.`));
  },
};
