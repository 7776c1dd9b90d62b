import type { Choice } from "./choice.ts";
import type { DecisionQuestion } from "./question.ts";
import type { Quotes } from "./quotes.ts";
import type { DecisionRule } from "./rule.ts";
import type { RuntimeAdvice } from "./runtime-rules.ts";

/** A decision as far as it is made: what was asked, the row that applied, the board and the runtime. */
export type Situation = {
  question: DecisionQuestion;
  rule: DecisionRule;
  choice: Choice;
  runtime: RuntimeAdvice | undefined;
  quotes: Quotes;
};

/** What an answer must not leave out: where documents disagree or stop, and where records know better. */
export type Caveat = {
  id: string;
  when(situation: Situation): boolean;
  /** The caveat as a sentence; undefined where the records lack what it is about. */
  say(situation: Situation): string | undefined;
  sources: readonly string[];
};

/** True where the board advised in the end is one of these. */
export function isAdvised({ choice }: Situation, ...ids: readonly string[]): boolean {
  return ids.includes(choice.chosen.entry.id);
}

/** True where the board advised in the end is a Thor. */
export function isThor({ choice }: Situation): boolean {
  return choice.chosen.entry.value.class === "thor";
}
