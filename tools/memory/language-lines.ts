import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Device, Model } from "../../knowledge/schema.ts";
import type { Bytes } from "../../knowledge/units.ts";
import { estimatedArchitecture } from "../formulas/estimated-architecture.ts";
import { imageTokens } from "../formulas/image-tokens.ts";
import { type CacheLayout, kvCacheBytes } from "../formulas/kv-cache.ts";
import { weightBytes } from "../formulas/weights.ts";
import type { Placed } from "../placement/workload.ts";
import { edgeLines, edgeRuntime } from "./edge-engine.ts";
import { batchedComputeBytes, ggmlComputeBytes, promptCacheBytes } from "./engine-lines.ts";

/** The parts of the ledger, in the order in which they are shown. */
export const ledgerParts = [
  "weights",
  "host",
  "kv-cache",
  "state",
  "draft",
  "compute",
  "vision",
  "runtime",
  "streams",
  "cache",
  "os",
  "reserve",
] as const;
export type LedgerPart = (typeof ledgerParts)[number];

/** One part of a workload's memory in bytes; a vision tower says how much of it are its weights. */
export type Share = { part: LedgerPart; bytes: Bytes; weightBytes?: Bytes };

const pythonRuntimes = ["vllm", "sglang", "transformers", "pytorch"];
const ggmlRuntimes = ["llama-cpp", "ollama"];

/** The value of an assumption; the ledger reads many. */
export type Assume = (id: string) => number;

/** A model with its unknown shape filled in by assumption. */
export function completed(model: Model, assume: Assume): Model {
  return estimatedArchitecture(model, {
    layersFactor: assume("unknown-layers-factor"),
    kvHeads: assume("unknown-kv-heads"),
    headSize: assume("unknown-head-size"),
    vocabularySize: assume("unknown-vocabulary"),
  });
}

/** How the engine of a workload lays out its cache. */
export function cacheLayout(
  { contextTokens, concurrency, cacheType, runtime, settings }: Placed,
  assume: Assume,
): CacheLayout {
  return {
    contextTokens,
    sequences: concurrency,
    bytesPerValue: cacheType.value.bytesPerValue,
    windowed: runtime.value.windowedCache && settings.fullWindowCache !== true,
    microBatchTokens: settings.microBatchTokens ?? assume("micro-batch-tokens"),
    windowPaddingTokens: assume("window-padding-tokens"),
    blockTokens: runtime.value.cacheBlockTokens,
  };
}

/** Tokens that the images of one sequence take in its context. */
export function imageTokensPerSequence({ language, images, imageWidth, imageHeight }: Placed): number {
  return language?.imageTokens ? images * imageTokens(language.imageTokens, imageWidth, imageHeight) : 0;
}

function computeBytes(placed: Placed, model: Model, layout: CacheLayout, assume: Assume): Bytes {
  const { id } = placed.runtime;
  if (ggmlRuntimes.includes(id)) return ggmlComputeBytes(placed, model, layout, assume);
  return pythonRuntimes.includes(id) ? batchedComputeBytes(placed, assume) : assume("activations-engine");
}

function draftBytes({ speculation, draft, quantization }: Placed, weights: Bytes, assume: Assume): Bytes {
  if (!speculation) return 0;
  return draft ? weightBytes(draft, quantization.value).language : weights * assume("draft-share");
}

/** What a process of this engine takes for its context and libraries, in bytes. */
export function runtimeContextBytes(runtimeId: string, assume: Assume): Bytes {
  return assume(pythonRuntimes.includes(runtimeId) ? "runtime-context-pytorch" : "runtime-context");
}

/** Vocabulary and merges that a GGUF file carries beside its tensors: a trifle beside an embedding on the host. */
function tokenizerBytes({ quantization, runtime }: Placed, model: Model, assume: Assume): Bytes {
  if (!runtime.value.loadsGguf || quantization.value.kind !== "gguf") return 0;
  return (model.vocabularySize ?? 0) * assume("gguf-tokenizer-bytes");
}

/** The parts of an engine whose memory is fixed when it is built. */
export function edgeShares(
  placed: Placed,
  model: Model,
  boardClass: Device["class"],
  assume: Assume,
): Share[] {
  const board = { class: boardClass, imageTokens: imageTokensPerSequence(placed) };
  const { weights, draft, compute, vision, runtime } = edgeLines(placed, model, board, assume);
  return [
    { part: "weights", bytes: weights },
    { part: "kv-cache", bytes: kvCacheBytes(model, cacheLayout(placed, assume)) },
    { part: "state", bytes: (model.recurrentState ?? 0) * placed.concurrency },
    { part: "draft", bytes: draft },
    { part: "compute", bytes: compute },
    { part: "vision", bytes: vision },
    { part: "runtime", bytes: runtime },
  ];
}

/** The memory of a language model, part by part; engines are built differently for each class of board. */
export function languageShares(
  placed: Placed,
  record: Model,
  knowledge: Knowledge,
  boardClass: Device["class"] = "other",
): Share[] {
  const assume: Assume = (id) => knowledge.assumption(id).value;
  const model = completed(record, assume);
  const { runtime, quantization, concurrency } = placed;
  if (runtime.id === edgeRuntime)
    return edgeShares(placed, model, boardClass, assume).filter(({ bytes }) => bytes > 0);
  const layout = cacheLayout(placed, assume);
  const weights = weightBytes(model, quantization.value);
  const onHost = runtime.value.embeddingOnHost && model.tiedEmbeddings === false ? weights.embedding : 0;
  const shares: Share[] = [
    { part: "weights", bytes: weights.language - onHost },
    { part: "host", bytes: Math.max(onHost, tokenizerBytes(placed, model, assume)) },
    { part: "kv-cache", bytes: kvCacheBytes(model, layout) },
    { part: "state", bytes: (model.recurrentState ?? 0) * concurrency },
    { part: "draft", bytes: draftBytes(placed, weights.language, assume) },
    { part: "compute", bytes: computeBytes(placed, model, layout, assume) },
    {
      part: "vision",
      bytes: weights.vision * (1 + (placed.images > 0 ? assume("vision-compute-share") : 0)),
      weightBytes: weights.vision,
    },
    { part: "runtime", bytes: runtimeContextBytes(runtime.id, assume) },
    {
      part: "cache",
      bytes: ggmlRuntimes.includes(runtime.id) ? promptCacheBytes(placed, model, layout, assume) : 0,
    },
  ];
  return shares.filter(({ bytes }) => bytes > 0);
}
