/**
 * The chance that `k` trials of a case all pass, estimated without bias from `passed` of `trials`: C(passed, k) ÷
 * C(trials, k), "pass^k" of S. Yao and others, "τ-bench" (arXiv:2406.12045). Undefined for more than were tried.
 */
export function passPower(passed: number, trials: number, k: number): number | undefined {
  if (k > trials) return undefined;
  let share = 1;
  for (let drawn = 0; drawn < k; drawn++) share *= Math.max(0, passed - drawn) / (trials - drawn);
  return share;
}
