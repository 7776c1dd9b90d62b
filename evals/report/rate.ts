import type { CaseResult, ScoredTrial } from "./outcome.ts";
import { wilsonInterval } from "./wilson.ts";

/** How often something passed. */
export type Rate = {
  /** Trials. */
  passed: number;
  scored: number;
  cases: number;
  /** Mean over the cases of the share of their trials that passed. */
  share: number;
  /** 95 % interval. It counts cases: trials of one case are alike and no further evidence. */
  low: number;
  high: number;
};

/** How often trials pass, by a judgement that is undefined where a trial was not asked; undefined where none was. */
export function rateOf(
  cases: readonly CaseResult[],
  judge: (trial: ScoredTrial) => boolean | undefined,
): Rate | undefined {
  const judged = cases
    .map(({ scored }) => scored.map(judge).filter((passed) => passed !== undefined))
    .filter((trials) => trials.length > 0);
  if (judged.length === 0) return undefined;
  const countOf = (trials: readonly boolean[]) => trials.filter((passed) => passed).length;
  const share = judged.reduce((sum, trials) => sum + countOf(trials) / trials.length, 0) / judged.length;
  const all = judged.flat();
  return {
    passed: countOf(all),
    scored: all.length,
    cases: judged.length,
    share,
    ...wilsonInterval(share, judged.length),
  };
}

/** Whether a trial passed a scorer; undefined where the scorer asked nothing of it. */
export function judgedBy(scorer: string): (trial: ScoredTrial) => boolean | undefined {
  return ({ scores }) => scores.find((score) => score.scorer === scorer)?.passed;
}
