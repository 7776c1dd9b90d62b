import type { KvGroup } from "../../knowledge/layer-schema.ts";
import type { Model, Workload } from "../../knowledge/schema.ts";
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

/** The one compressed vector a layer that latent attention (MLA) caches instead of keys and values. */
function latentGroups({ latentKvSize, layers, kvGroups = [] }: CacheShape): readonly KvGroup[] | undefined {
  if (!latentKvSize || !layers) return undefined;
  return [{ layers, kvHeads: 1, headSize: latentKvSize, valueSize: 0 }, ...kvGroups];
}

/**
 * The groups of layers that cache alike; a model without groups of its own has one. Beside a latent cache,
 * groups are what else is kept, such as the keys of a sparse-attention indexer.
 */
export function cacheGroups(model: CacheShape): readonly KvGroup[] {
  const { layers, kvHeads, headSize } = model;
  const plain = layers && kvHeads && headSize ? [{ layers, kvHeads, headSize }] : [];
  return latentGroups(model) ?? model.kvGroups ?? plain;
}

/** Tokens of cache that a layer holds for all sequences together. */
export function cachedTokens(window: number | undefined, layout: CacheLayout): number {
  const { contextTokens, sequences, microBatchTokens, windowPaddingTokens, blockTokens } = layout;
  const all = roundUp(contextTokens, blockTokens) * sequences;
  if (!window || !layout.windowed) return all;
  return Math.min(all, roundUp(sequences * window + microBatchTokens, windowPaddingTokens));
}

function groupBytes({ layers, kvHeads, headSize, valueSize, window }: KvGroup, layout: CacheLayout): Bytes {
  const values = kvHeads * (headSize + (valueSize ?? headSize));
  return layers * cachedTokens(window, layout) * values * layout.bytesPerValue;
}

/**
 * Bytes of keys and values: layers × tokens × heads × (key size + value size) × bytes, group by group.
 * Latent attention (MLA) caches one compressed vector a layer instead. Derived from llama.cpp and vLLM logs.
 */
export function kvCacheBytes(model: CacheShape, layout: CacheLayout): Bytes {
  return cacheGroups(model).reduce((sum, group) => sum + groupBytes(group, layout), 0);
}

/** Bytes of the largest buffer of a cache: llama.cpp takes one for full layers and one for windowed ones. */
export function largestCacheBytes(model: CacheShape, layout: CacheLayout): Bytes {
  const groups = cacheGroups(model);
  const sum = (windowed: boolean) =>
    groups
      .filter(({ window }) => (window !== undefined) === windowed)
      .reduce((total, group) => total + groupBytes(group, layout), 0);
  return Math.max(sum(true), sum(false));
}
