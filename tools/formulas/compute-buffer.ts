import type { Bytes } from "../../knowledge/units.ts";

/** Widths of a model that its buffers follow. */
type Widths = {
  vocabularySize?: number | undefined;
  hiddenSize?: number | undefined;
  heads?: number | undefined;
};

/**
 * The llama.cpp compute buffer with flash attention: one value for every token computed at once and every
 * logit and hidden unit. 4 × 512 × (152,064 + 3,584) = 304.00 MiB as logged for Qwen2.5-7B.
 */
export function computeBufferBytes(model: Widths, microBatchTokens: number, bytesPerValue: number): Bytes {
  return bytesPerValue * microBatchTokens * ((model.vocabularySize ?? 0) + (model.hiddenSize ?? 0));
}

/** The same of builds that keep the logits of the last tokens only: some hidden widths for each token. */
export function leanComputeBufferBytes(
  model: Widths,
  microBatchTokens: number,
  bytesPerValue: number,
  widths: number,
): Bytes {
  return bytesPerValue * microBatchTokens * widths * (model.hiddenSize ?? 0);
}

/** What attention without flash adds: a score for every token computed at once, cached token and head. */
export function attentionScoreBytes(
  { heads = 0 }: Widths,
  microBatchTokens: number,
  cachedTokens: number,
  bytesPerValue: number,
): Bytes {
  return bytesPerValue * microBatchTokens * cachedTokens * heads;
}
