import { createChance } from "../checker/random.ts";
import { scoreAnswer } from "../scorers/score-answer.ts";
import type { Subject } from "../scorers/scorer.ts";
import { withAnswer } from "../scorers/subject.ts";
import type { Score } from "../trial.ts";
import type { Mutation } from "./mutation.ts";

/** How the mutants of one kind fared: caught by the scorer responsible, or, of benign ones, let pass by all. */
export type Tally = {
  kind: string;
  scorer: string | null;
  made: number;
  right: number;
  /** Those that were judged wrongly, by the case that they were made of. */
  wrong: { case: string; reason: string }[];
};

/** Why a mutant was judged wrongly; undefined where it was judged as it should be. */
function misjudged({ scorer }: Mutation, scores: readonly Score[]): string | undefined {
  const failed = scores.filter(({ passed }) => !passed);
  if (scorer === null)
    return failed.length === 0
      ? undefined
      : failed.map((score) => `${score.scorer}: ${score.reason ?? ""}`).join(" ");
  if (failed.some((score) => score.scorer === scorer)) return undefined;
  return failed.length === 0
    ? "Every scorer let it pass."
    : `Only ${failed.map((score) => score.scorer).join(", ")} saw it.`;
}

/** Makes up to so many mutants of a kind out of right answers, spread over them, and has them scored. */
export async function tryMutants(
  mutation: Mutation,
  subjects: readonly Subject[],
  { seed, most }: { seed: number; most: number },
): Promise<Tally> {
  const { kind, scorer } = mutation;
  const chance = createChance(seed);
  const tally: Tally = { kind, scorer, made: 0, right: 0, wrong: [] };
  const left = [...subjects];
  while (left.length > 0 && tally.made < most) {
    const [subject] = left.splice(chance.below(left.length), 1);
    const answer = subject && (await mutation.mutate(subject, chance));
    if (!subject || !answer) continue;
    const reason = misjudged(mutation, scoreAnswer(await withAnswer(subject, answer)));
    tally.made += 1;
    if (reason === undefined) tally.right += 1;
    else tally.wrong.push({ case: subject.case.id, reason });
  }
  return tally;
}
