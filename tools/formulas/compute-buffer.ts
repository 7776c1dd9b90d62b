import type { Bytes } from "../../knowledge/units.ts";

/**
 * The llama.cpp compute buffer with flash attention: one value for every token computed at once and every
 * logit and hidden unit. 4 × 512 × (152,064 + 3,584) = 304.00 MiB as logged for Qwen2.5-7B.
 */
export function computeBufferBytes(
  model: { vocabularySize?: number | undefined; hiddenSize?: number | undefined },
  microBatchTokens: number,
  bytesPerValue: number,
): Bytes {
  return bytesPerValue * microBatchTokens * ((model.vocabularySize ?? 0) + (model.hiddenSize ?? 0));
}
