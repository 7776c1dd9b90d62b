import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Model } from "../../knowledge/schema.ts";
import type { Pass } from "../formulas/decode.ts";
import { kvCacheBytes } from "../formulas/kv-cache.ts";
import { streamedWeightBytes } from "../formulas/streamed-bytes.ts";
import { parameterClasses } from "../formulas/weights.ts";
import { cacheLayout } from "../memory/language-lines.ts";
import type { Placed } from "../placement/workload.ts";

/** Parameters that one token passes through, without the embedding table and the vision tower. */
export function computedParameters(model: Model): number {
  const { embedding, head, layers } = parameterClasses(model);
  const active = (model.activeBillions ?? 0) * 1e9;
  return active > 0 ? Math.min(active, layers + head + embedding) : layers + (head || embedding);
}

/** Tokens a decoding pass yields: as stated, else the assumption for speculative decoding, else one. */
export function acceptedTokens({ speculation }: Pick<Placed, "speculation">, knowledge: Knowledge): number {
  if (!speculation) return 1;
  return speculation.acceptedTokensPerPass ?? knowledge.assumption("speculation-accepted").value;
}

/** What the draft adds to a pass: its own weights where it is named, else a share of the target's. */
function draftBytes(
  { speculation, draft, quantization }: Placed,
  weights: number,
  knowledge: Knowledge,
): number {
  if (!speculation) return 0;
  return draft
    ? streamedWeightBytes(draft, quantization.value, 1)
    : weights * knowledge.assumption("draft-share").value;
}

/** What one decoding pass of a number of sequences does: weights with the draft, and each sequence's cache and state. */
export function toPass(placed: Placed, model: Model, sequences: number, knowledge: Knowledge): Pass {
  const assume = (id: string) => knowledge.assumption(id).value;
  const weights = streamedWeightBytes(model, placed.quantization.value, sequences);
  const draft = draftBytes(placed, weights, knowledge);
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
    weightBytes: weights + draft,
    sequenceBytes: kvCacheBytes(model, layout) + 2 * (model.recurrentState ?? 0),
    weights: computedParameters(model),
    layers,
    mixtureLayers: model.experts ? layers : 0,
    sequences,
    acceptedTokens: acceptedTokens(placed, knowledge),
  };
}
