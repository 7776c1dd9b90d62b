import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Model } from "../../knowledge/schema.ts";
import type { Pass } from "../formulas/decode.ts";
import { kvCacheBytes } from "../formulas/kv-cache.ts";
import { streamedWeightBytes } from "../formulas/streamed-bytes.ts";
import { parameterClasses } from "../formulas/weights.ts";
import { cacheLayout } from "../memory/language-lines.ts";
import type { Placed } from "../placement/workload.ts";
import { acceptedTokens } from "./speculation.ts";

/** Parameters that one token passes through, without the embedding table and the vision tower. */
export function computedParameters(model: Model): number {
  const { embedding, head, layers } = parameterClasses(model);
  const active = (model.activeBillions ?? 0) * 1e9;
  return active > 0 ? Math.min(active, layers + head + embedding) : layers + (head || embedding);
}

/** What one decoding pass of a number of sequences does: weights, and each sequence's cache and state. */
export function toPass(placed: Placed, model: Model, sequences: number, knowledge: Knowledge): Pass {
  const assume = (id: string) => knowledge.assumption(id).value;
  // A pass reads the window itself, not the room an engine keeps beside it.
  const layout = {
    ...cacheLayout(placed, assume),
    sequences: 1,
    microBatchTokens: 0,
    windowPaddingTokens: 1,
    windowed: true,
  };
  const layers = model.layers ?? 0;
  return {
    weightBytes: streamedWeightBytes(model, placed.quantization.value, sequences),
    sequenceBytes: kvCacheBytes(model, layout) + 2 * (model.recurrentState ?? 0),
    weights: computedParameters(model),
    layers,
    mixtureLayers: model.experts ? layers : 0,
    sequences,
    acceptedTokens: acceptedTokens(placed, knowledge),
    draftingSeconds: 0,
  };
}
