import type { Model } from "../../knowledge/schema.ts";
import type { Bytes } from "../../knowledge/units.ts";
import {
  attentionScoreBytes,
  computeBufferBytes,
  leanComputeBufferBytes,
} from "../formulas/compute-buffer.ts";
import { type CacheLayout, cachedTokens, cacheGroups, kvCacheBytes } from "../formulas/kv-cache.ts";
import { batchedActivationBytes } from "../formulas/memory-pool.ts";
import type { Placed } from "../placement/workload.ts";

/** The value of an assumption. */
type Assume = (id: string) => number;

/** Compute buffers of llama.cpp and Ollama, by build, tokens computed at once and attention, in bytes. */
export function ggmlComputeBytes(
  { settings }: Pick<Placed, "settings">,
  model: Model,
  layout: CacheLayout,
  assume: Assume,
): Bytes {
  const { microBatchTokens } = layout;
  const perValue = assume("compute-bytes-per-value");
  const buffer =
    settings.build === "newer"
      ? leanComputeBufferBytes(model, microBatchTokens, perValue, assume("compute-lean-widths"))
      : computeBufferBytes(model, microBatchTokens, perValue);
  if (settings.flashAttention !== false) return buffer;
  return buffer + attentionScoreBytes(model, microBatchTokens, cachedTokens(undefined, layout), perValue);
}

/** Peak activations of a PyTorch engine; they grow with the tokens of a batch, where that is stated. */
export function batchedComputeBytes({ settings }: Pick<Placed, "settings">, assume: Assume): Bytes {
  const measured = assume("activations-pytorch");
  if (settings.batchedTokens === undefined) return measured;
  const measuredTokens = assume("activations-batched-tokens");
  return batchedActivationBytes(
    measured,
    measuredTokens,
    assume("activations-fixed-share"),
    settings.batchedTokens,
  );
}

/** A copy of the state and of the windows of one sequence, which a checkpoint keeps. */
function checkpointBytes(model: Model, layout: CacheLayout): Bytes {
  const kvGroups = cacheGroups(model).filter(({ window }) => window !== undefined);
  return (model.recurrentState ?? 0) + kvCacheBytes({ kvGroups }, { ...layout, sequences: 1 });
}

/** What llama.cpp and Ollama keep of earlier requests: prompts up to their limit, and checkpoints. Bytes. */
export function promptCacheBytes(
  { settings, runtime }: Pick<Placed, "settings" | "runtime">,
  model: Model,
  layout: CacheLayout,
  assume: Assume,
): Bytes {
  const checkpoints = settings.contextCheckpoints
    ? settings.contextCheckpoints * checkpointBytes(model, layout)
    : 0;
  if (settings.promptCache === false) return checkpoints;
  const requests = settings.promptCacheRequests ?? 1;
  const limit =
    runtime.id === "llama-cpp" && requests > 1 ? assume("prompt-cache-limit") : Number.POSITIVE_INFINITY;
  return Math.min(limit, requests * assume("prompt-cache-growth")) + checkpoints;
}
