import type { Quantization } from "../../knowledge/engine-schema.ts";
import type { Model } from "../../knowledge/schema.ts";
import type { Bytes } from "../../knowledge/units.ts";
import { ggufStreamedBytes } from "./gguf-weights.ts";
import { fileMix, nativeBits, parameterClasses } from "./weights.ts";

/** Bits of tensors that checkpoint formats leave alone, the output head among them. */
const unquantizedBits = 16;

/** Parameters of the experts of a mixture, all together; the rest of the model is read for every token. */
function expertParameters(model: Model, streamed: number, activeStreamed: number): number {
  if (!model.experts || model.experts.count === model.experts.perToken) return 0;
  const { count, perToken } = model.experts;
  return Math.max(0, ((streamed - activeStreamed) * count) / (count - perToken));
}

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
  const mix = fileMix(format);
  if (mix) {
    const { count = 1, perToken = 1 } = model.experts ?? {};
    return ggufStreamedBytes(model, mix, touchedExperts(count, perToken, sequences));
  }
  const { embedding, head, layers } = parameterClasses(model);
  const outputHead = model.tiedEmbeddings === false ? head : embedding;
  const active = (model.activeBillions ?? 0) * 1e9;
  const activeLayers = active > 0 ? Math.min(layers, Math.max(0, active - embedding - head)) : layers;
  const experts = expertParameters(model, layers, activeLayers);
  const touched = model.experts
    ? experts * touchedExperts(model.experts.count, model.experts.perToken, sequences)
    : 0;
  const read = model.experts ? Math.min(layers, layers - experts + touched) : activeLayers;
  const bits = nativeBits(model, format) ?? format.blockBits;
  const headBits = Math.max(unquantizedBits, format.nominalBits);
  return (read * bits + outputHead * headBits) / 8;
}
