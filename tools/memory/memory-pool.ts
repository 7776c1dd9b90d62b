import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Model } from "../../knowledge/schema.ts";
import { type Bytes, formatBytes, GIB } from "../../knowledge/units.ts";
import { kvCacheBytes } from "../formulas/kv-cache.ts";
import { poolBytes } from "../formulas/memory-pool.ts";
import type { Blocker } from "../placement/compatibility.ts";
import type { Placed } from "../placement/workload.ts";
import { cacheLayout, completed, type Share } from "./language-lines.ts";

/** Engines that take a pool at the start and fill it as they go. */
const pooling = ["vllm", "sglang"];

/** A workload's shares once its engine took its pool, and why it would not start. */
export type Pooled = { shares: Share[]; refusal: Blocker | null };

function withSwap(shares: Share[], swap: Bytes): Share[] {
  return swap > 0 ? [...shares, { part: "cache", bytes: swap }] : shares;
}

function withCache(shares: readonly Share[], bytes: Bytes): Share[] {
  return shares.map((share) => (share.part === "kv-cache" ? { ...share, bytes } : share));
}

function startRefusal(placed: Placed, pool: Bytes, sequence: Bytes): Blocker | null {
  if (pool >= sequence) return null;
  const { runtime, subject, contextTokens } = placed;
  return {
    code: "cache-pool-too-small",
    message: `${runtime.value.name} would not start: ${formatBytes(pool)} are left for the cache of ${subject.name}, and one sequence of ${contextTokens.toLocaleString("en-US")} tokens takes ${formatBytes(sequence)}.`,
    source: runtime.value.source?.[0] ?? "user",
  };
}

/** True where the size of the engine's pool is stated rather than what it needs. */
export function hasPool({ runtime, settings }: Pick<Placed, "runtime" | "settings">): boolean {
  const { gpuMemoryUtilization, cacheBlocks } = settings;
  return pooling.includes(runtime.id) && (gpuMemoryUtilization ?? cacheBlocks) !== undefined;
}

/** The shares of an engine that takes its share of the memory whatever the need; swap space is the same DRAM. */
export function withPool(
  placed: Placed,
  record: Model,
  shares: Share[],
  total: Bytes,
  knowledge: Knowledge,
): Pooled {
  const { settings, runtime } = placed;
  const swap = pooling.includes(runtime.id) ? (settings.swapSpaceGibibytes ?? 0) * GIB : 0;
  if (!hasPool(placed)) return { shares: withSwap(shares, swap), refusal: null };
  const assume = (id: string) => knowledge.assumption(id).value;
  const model = completed(record, assume);
  const layout = { ...cacheLayout(placed, assume), sequences: 1 };
  const block = kvCacheBytes(model, { ...layout, contextTokens: layout.blockTokens });
  const others = shares.reduce((sum, { part, bytes }) => sum + (part === "kv-cache" ? 0 : bytes), 0);
  const pool =
    settings.cacheBlocks === undefined
      ? poolBytes(total, settings.gpuMemoryUtilization ?? 0, others, block)
      : settings.cacheBlocks * block;
  return {
    shares: withSwap(withCache(shares, pool), swap),
    refusal: startRefusal(placed, pool, kvCacheBytes(model, layout)),
  };
}
