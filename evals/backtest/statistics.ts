import { median, quantile } from "simple-statistics";

/** How far predictions are from what was measured: relative errors, signed as prediction ÷ measurement − 1. */
export type Summary = {
  count: number;
  /** Median of the absolute relative error. */
  medianError: number;
  /** What nine in ten absolute relative errors stay below. */
  p90Error: number;
  /** What nineteen in twenty stay below. */
  p95Error: number;
  /** Median of the signed relative error. */
  bias: number;
};

/** Sums up relative errors; undefined where there are none. */
export function summarise(errors: readonly number[]): Summary | undefined {
  if (errors.length === 0) return undefined;
  const sizes = errors.map(Math.abs);
  return {
    count: errors.length,
    medianError: median(sizes),
    p90Error: quantile(sizes, 0.9),
    p95Error: quantile(sizes, 0.95),
    bias: median([...errors]),
  };
}

/**
 * Half-width of an interval that holds a share of new cases, from left-out ratios of prediction to
 * measurement: split conformal, so the quantile counts the new case among those seen.
 */
export function conformalWidth(ratios: readonly number[], share: number): number | undefined {
  const scores = ratios.map((ratio) => Math.abs(Math.log(ratio))).sort((a, b) => a - b);
  const rank = Math.ceil((scores.length + 1) * share);
  const score = scores[Math.min(rank, scores.length) - 1];
  return score === undefined ? undefined : Math.exp(score) - 1;
}
