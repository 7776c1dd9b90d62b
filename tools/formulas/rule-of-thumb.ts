import type { Bytes } from "../../knowledge/units.ts";

/** The back-of-envelope estimate: each figure low and high, in bytes. */
export type RuleOfThumb = { weightsBytes: Bytes; lowBytes: Bytes; highBytes: Bytes };

/**
 * The documents' rule of thumb: weights = parameters × bits ÷ 8, plus 30 to 50 % for cache and activations,
 * plus 0.3 to 1 GB for a vision encoder. The shares are passed in, since they are the document's claim.
 */
export function ruleOfThumb(
  parametersBillions: number,
  bits: number,
  shares: { low: number; high: number },
  vision: { low: Bytes; high: Bytes },
): RuleOfThumb {
  const weightsBytes = (parametersBillions * 1e9 * bits) / 8;
  return {
    weightsBytes,
    lowBytes: weightsBytes * (1 + shares.low) + vision.low,
    highBytes: weightsBytes * (1 + shares.high) + vision.high,
  };
}
