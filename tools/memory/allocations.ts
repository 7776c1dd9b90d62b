import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Model } from "../../knowledge/schema.ts";
import { type Bytes, formatBytes } from "../../knowledge/units.ts";
import { largestCacheBytes } from "../formulas/kv-cache.ts";
import type { Blocker } from "../placement/compatibility.ts";
import type { InstalledRelease } from "../placement/release.ts";
import type { Placed } from "../placement/workload.ts";
import { cacheLayout, completed, type Share } from "./language-lines.ts";

/** Bytes that the embedding of a checkpoint takes a value; it is a tensor of its own. */
const embeddingBytes = 2;

function languageAllocation(placed: Placed, record: Model, parts: Bytes[], knowledge: Knowledge): Bytes {
  const assume = (id: string) => knowledge.assumption(id).value;
  const [weights = 0, cache = 0, compute = 0] = parts;
  const model = completed(record, assume);
  if (placed.runtime.value.allocatesByLayer) {
    const { layers = 1, vocabularySize = 0, hiddenSize = 0 } = model;
    const embedding = embeddingBytes * vocabularySize * hiddenSize;
    return Math.max(weights / layers, cache / layers, embedding, compute);
  }
  const buffer = model.kvGroups ? largestCacheBytes(model, cacheLayout(placed, assume)) : cache;
  return Math.max(weights, buffer, compute);
}

/**
 * The largest block that a workload asks for at once: llama.cpp and compiled engines take all weights in one,
 * and one cache for full and one for windowed layers; PyTorch engines allocate layer by layer. Bytes.
 */
export function largestAllocation(placed: Placed, shares: readonly Share[], knowledge: Knowledge): Bytes {
  const part = (wanted: Share["part"]) => shares.find((share) => share.part === wanted)?.bytes ?? 0;
  const parts = [part("weights"), part("kv-cache"), part("compute")];
  const largest = placed.language
    ? languageAllocation(placed, placed.language, parts, knowledge)
    : Math.max(...parts);
  return Math.round(largest);
}

/** Why the release of a board refuses an allocation of that size, and what to do; null where it does not. */
export function allocationRefusal(
  { release }: InstalledRelease,
  largest: Bytes,
  knowledge: Knowledge,
): Blocker | null {
  if (!release?.value.refusesBigAllocations || largest < knowledge.assumption("refused-allocation").value)
    return null;
  const { name, fixedBy, source } = release.value;
  const upgrade = fixedBy ? `upgrade to ${knowledge.releases.get(fixedBy).entry.value.name}, or ` : "";
  return {
    code: "allocation-refused",
    message: `${name} refuses a single allocation of ${formatBytes(largest)} (NvMap error 12) with more memory free: ${upgrade}take smaller weights, a shorter context or a smaller type of cache.`,
    source: source?.[0] ?? "user",
  };
}
