import type { Answer } from "../../server/agent/answer.ts";
import type { Chance } from "../checker/random.ts";
import type { Subject } from "../scorers/scorer.ts";

/** One way to change a right answer in one thing; nothing where an answer has nothing to change in that way. */
export type Mutation = {
  kind: string;
  /** The scorer that has to see it; none for what changes no meaning, which every scorer has to let pass. */
  scorer: string | null;
  mutate(subject: Subject, chance: Chance): Answer | null | Promise<Answer | null>;
};

/** The same answer with other words; null where they are the same. */
export function reworded({ answer }: Pick<Subject, "answer">, text: string): Answer | null {
  return text === answer.answer ? null : { ...answer, answer: text };
}

/** The text without the lines that match, and without the blank lines that they leave. */
export function withoutLines(text: string, isGone: (line: string) => boolean): string {
  const left = text.split("\n").filter((line) => !isGone(line));
  return left.join("\n").replace(/\n{3,}/g, "\n\n");
}
