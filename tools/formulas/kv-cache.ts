import type { KvGroup, Model, Workload } from "../../knowledge/schema.ts";
import type { Bytes } from "../../knowledge/units.ts";

/** The fields of a model that decide what one token leaves in the cache. */
type CacheShape = Pick<Model | Workload, "layers" | "kvHeads" | "headSize" | "kvGroups"> & {
  latentKvSize?: number | undefined;
};

/** How many tokens are cached, and how the engine lays them out. */
export type CacheLayout = {
  contextTokens: number;
  sequences: number;
  bytesPerValue: number;
  /** True where sliding-window layers keep their window only. */
  windowed: boolean;
  /** Tokens computed at once; a window keeps that many more. */
  microBatchTokens: number;
  /** Windows are padded to a multiple of this. */
  windowPaddingTokens: number;
  /** The cache grows in blocks of this many tokens. */
  blockTokens: number;
};

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}

/** The groups of layers that cache alike; a model without groups of its own has one. */
export function cacheGroups(model: CacheShape): readonly KvGroup[] {
  if (model.kvGroups) return model.kvGroups;
  const { layers, kvHeads, headSize } = model;
  return layers && kvHeads && headSize ? [{ layers, kvHeads, headSize }] : [];
}

function cachedTokens(window: number | undefined, layout: CacheLayout): number {
  const { contextTokens, sequences, microBatchTokens, windowPaddingTokens, blockTokens } = layout;
  const all = roundUp(contextTokens, blockTokens) * sequences;
  if (!window || !layout.windowed) return all;
  return Math.min(all, roundUp(sequences * window + microBatchTokens, windowPaddingTokens));
}

/**
 * Bytes of keys and values: layers × tokens × heads × (key size + value size) × bytes, group by group.
 * Latent attention (MLA) caches one compressed vector a layer instead. Derived from llama.cpp and vLLM logs.
 */
export function kvCacheBytes(model: CacheShape, layout: CacheLayout): Bytes {
  if (model.latentKvSize && model.layers)
    return model.layers * cachedTokens(undefined, layout) * model.latentKvSize * layout.bytesPerValue;
  const perGroup = cacheGroups(model).map(
    ({ layers, kvHeads, headSize, window }) =>
      layers * cachedTokens(window, layout) * kvHeads * 2 * headSize * layout.bytesPerValue,
  );
  return perGroup.reduce((sum, bytes) => sum + bytes, 0);
}
