import { judgeBy } from "./judge-by.ts";
import { plainWords } from "./plain-words.ts";
import type { Scorer } from "./scorer.ts";

/** The reasons and caveats of a good answer are said, and what must not stand there does not. */
export const reasonsScorer: Scorer = {
  name: "reasons",
  about: "Says the reasons and caveats that a good answer gives, and nothing that it must not say.",
  score({ case: { expects }, answer }) {
    const { says, avoids } = expects;
    if (says.length === 0 && avoids.length === 0) return undefined;
    const text = plainWords(answer.answer);
    const has = (words: string) => text.includes(plainWords(words));
    return judgeBy([
      ...says.filter((ways) => !ways.some(has)).map((ways) => `It does not say “${ways.join("” or “")}”.`),
      ...avoids.filter(has).map((words) => `It says “${words}”, which must not be said.`),
    ]);
  },
};
