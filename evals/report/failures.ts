import type { Score, Trial } from "../trial.ts";
import { type CaseResult, errorOf, failuresOf, isScored } from "./outcome.ts";

/** A failed score in a line: "verdict: says that it fits". */
export function formatFailure({ scorer, reason }: Score): string {
  return reason ? `${scorer}: ${reason}` : scorer;
}

/** Why a trial did not pass, a line each; none for one that did. */
export function reasonsOf(trial: Trial): string[] {
  const error = errorOf(trial);
  if (error) return [`${error.code}: ${error.message}`];
  return isScored(trial) ? failuresOf(trial).map(formatFailure) : [];
}

/** The reasons of all trials of a case, each once, with how many trials it is true of where that tells something. */
export function caseReasons({ trials }: CaseResult): string[] {
  const counts = [...Map.groupBy(trials.flatMap(reasonsOf), (reason) => reason)];
  return counts.map(([reason, all]) =>
    trials.length > 1 ? `${reason} (${all.length} of ${trials.length})` : reason,
  );
}
