import type { Run, Score, Trial } from "../trial.ts";

/** A trial that was judged. */
export type ScoredTrial = Extract<Trial, { status: "scored" }>;

/** All trials of one case. */
export type CaseResult = {
  id: string;
  tags: readonly string[];
  /** As they were numbered. */
  trials: readonly Trial[];
  scored: readonly ScoredTrial[];
  /** Trials that passed every scorer. */
  passed: number;
  /** Flaky where some trials pass and some fail; an error where none could be judged. */
  outcome: "passed" | "failed" | "flaky" | "error";
};

/** What kept a trial from being judged. One that no scorer asked anything of proves nothing, so it counts here too. */
export function errorOf(trial: Trial): { code: string; message: string } | undefined {
  if (trial.status === "error") return trial.error;
  if (trial.scores.length > 0) return undefined;
  return { code: "not-scored", message: "No scorer asks anything of this case." };
}

/** True for a trial that was judged. */
export function isScored(trial: Trial): trial is ScoredTrial {
  return trial.status === "scored" && errorOf(trial) === undefined;
}

/** True where every scorer passed: all of them gate. */
export function hasPassed({ scores }: ScoredTrial): boolean {
  return scores.every(({ passed }) => passed);
}

/** The scores that failed. */
export function failuresOf({ scores }: ScoredTrial): Score[] {
  return scores.filter(({ passed }) => !passed);
}

function resultOf(id: string, unordered: readonly Trial[]): CaseResult {
  const trials = [...unordered].sort((a, b) => a.trial - b.trial);
  const scored = trials.filter(isScored);
  const passed = scored.filter(hasPassed).length;
  const mixed = passed > 0 && passed < scored.length;
  const judged = mixed ? "flaky" : passed > 0 ? "passed" : "failed";
  const outcome = scored.length === 0 ? "error" : judged;
  return { id, tags: trials[0]?.tags ?? [], trials, scored, passed, outcome };
}

/** The trials of a run by case, ordered by id. */
export function caseResults({ trials }: Run): CaseResult[] {
  const byCase = Map.groupBy(trials, (trial) => trial.case);
  return [...byCase].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, own]) => resultOf(id, own));
}
