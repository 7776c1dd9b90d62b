import type { Bytes } from "../../knowledge/units.ts";

/**
 * The KV pool an engine takes for itself at the start, in whole blocks: utilisation × total − everything else
 * of the process (vLLM: weights, peak activations, non-torch memory). Never negative.
 */
export function poolBytes(total: Bytes, utilization: number, others: Bytes, blockBytes: Bytes): Bytes {
  const left = Math.max(0, utilization * total - others);
  return blockBytes > 0 ? Math.floor(left / blockBytes) * blockBytes : left;
}

/** The share of memory that a need is, rounded up to whole hundredths. */
export function utilizationFor(needed: Bytes, total: Bytes): number {
  return Math.ceil((100 * needed) / total) / 100;
}

/** Peak activations for another number of batched tokens: a fixed share (the sampler's), the rest in proportion. */
export function batchedActivationBytes(
  measured: Bytes,
  measuredTokens: number,
  fixedShare: number,
  tokens: number,
): Bytes {
  return measured * (fixedShare + ((1 - fixedShare) * tokens) / measuredTokens);
}
