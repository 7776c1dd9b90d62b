import type { Quantization } from "../../knowledge/engine-schema.ts";
import type { Model } from "../../knowledge/schema.ts";
import type { Bytes } from "../../knowledge/units.ts";
import { checkpointBits } from "./checkpoint-weights.ts";
import { ggufStreamedBytes } from "./gguf-weights.ts";
import { readBytes } from "./tensor-bytes.ts";
import { fileMix } from "./weights.ts";

/** Share of the experts that a batch touches when each sequence picks its own: 1 − (1 − k/N)^sequences. */
export function touchedExperts(count: number, perToken: number, sequences: number): number {
  return 1 - (1 - perToken / count) ** sequences;
}

/**
 * Bytes of weights that one decoding pass reads: no input embedding when it is a table of its own, the
 * output head at its own precision, and of a mixture only the experts that the batch touches.
 */
export function streamedWeightBytes(
  model: Model,
  format: Pick<Quantization, "mix" | "blockBits" | "nominalBits" | "kind">,
  sequences: number,
): Bytes {
  const { count = 1, perToken = 1 } = model.experts ?? {};
  const touched = touchedExperts(count, perToken, sequences);
  const mix = fileMix(format);
  if (mix) return ggufStreamedBytes(model, mix, touched);
  return readBytes(model, (tensor) => checkpointBits(tensor, model, format), touched);
}
