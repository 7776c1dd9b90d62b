import type { Judgement } from "./scorer.ts";

/** As many faults as a reader takes in. */
const mostReasons = 3;

/** Passes where no fault was found, and else names the first of them. */
export function judgeBy(faults: readonly string[]): Judgement {
  if (faults.length === 0) return { passed: true };
  return { passed: false, reason: [...new Set(faults)].slice(0, mostReasons).join(" ") };
}
