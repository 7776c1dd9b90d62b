import type { Metrics } from "../trial.ts";

/** What the answers of a run cost, and how much of them is the model's own. */
export type Costs = {
  medianMs: number;
  /** What nineteen in twenty answers stay within. */
  p95Ms: number;
  toolCalls: number;
  requests: number;
  inputTokens: number;
  outputTokens: number;
  /** While the model writes; undefined where none did. */
  tokensPerSecond?: number;
  /** Sentences of the model that did not pass the check. */
  struck: number;
  recoveredCalls: number;
  /** Answers whose words are the model's. */
  ownWords: number;
};

/** The least value that this share of all stays within (nearest rank); 0 of none. */
export function nearestRank(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

type Counted = Exclude<keyof Metrics, "ownWords">;

/** Sums up what trials cost. */
export function costsOf(trials: readonly Metrics[]): Costs {
  const sum = (field: Counted) => trials.reduce((total, metrics) => total + metrics[field], 0);
  const durations = trials.map(({ durationMs }) => durationMs);
  const writingMs = sum("writingMs");
  return {
    medianMs: nearestRank(durations, 0.5),
    p95Ms: nearestRank(durations, 0.95),
    toolCalls: sum("toolCalls"),
    requests: sum("requests"),
    inputTokens: sum("inputTokens"),
    outputTokens: sum("outputTokens"),
    ...(writingMs > 0 && { tokensPerSecond: (1000 * sum("outputTokens")) / writingMs }),
    struck: sum("struck"),
    recoveredCalls: sum("recoveredCalls"),
    ownWords: trials.filter(({ ownWords }) => ownWords).length,
  };
}
