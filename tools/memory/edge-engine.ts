import type { Device, Model } from "../../knowledge/schema.ts";
import type { Bytes } from "../../knowledge/units.ts";
import {
  edgeActivationBytes,
  edgeDraftBytes,
  edgeVisionBytes,
  edgeWorkspace,
} from "../formulas/edge-engine.ts";
import { parameterClasses, type WeightBytes, weightBytes } from "../formulas/weights.ts";
import type { Placed } from "../placement/workload.ts";

/** The engine whose memory is fixed when it is built. */
export const edgeRuntime = "tensorrt-edge-llm";

/** Bytes of the lines that such an engine lays out in its own way. */
export type EdgeLines = { weights: Bytes; draft: Bytes; compute: Bytes; vision: Bytes; runtime: Bytes };

type Assume = (id: string) => number;

/** Bytes of a value that quantization leaves alone. */
const wideBytes = 2;

function draftBytes(placed: Placed, model: Model, weights: WeightBytes, assume: Assume): Bytes {
  const { speculation, draft, quantization, concurrency } = placed;
  if (!speculation) return 0;
  const method = speculation.method.toLowerCase();
  const { vocabularySize = 0, hiddenSize = 0, recurrentState = 0 } = model;
  const isTree = method.includes("eagle");
  const headTokens = isTree ? Math.min(vocabularySize, assume("edge-eagle-vocabulary")) : vocabularySize;
  const isOwnModel = draft !== null;
  const tables = (model.tiedEmbeddings === false ? 2 : 1) * weights.embedding;
  const layerBytes = (weights.language - tables) / Math.max(1, model.layers ?? 1);
  return edgeDraftBytes({
    layerBytes: isOwnModel ? weightBytes(draft, quantization.value).language : layerBytes,
    headBytes: isOwnModel || weights.language === 0 ? 0 : headTokens * hiddenSize * wideBytes,
    sequences: concurrency,
    treeBytes: isTree ? vocabularySize * assume("edge-eagle-tree-bytes") : 0,
    stateBytes: recurrentState,
    stateCopies: assume("edge-draft-state-copies"),
  });
}

/** Image tokens the vision engine is built for: those of a batch, and no fewer than in the vendor's published builds. */
export function edgeImageTokens(
  { images, concurrency, settings }: Placed,
  tokensPerSequence: number,
  boardClass: Device["class"],
  assume: Assume,
): number {
  if (images === 0) return 0;
  const built = settings.engineImageTokens ?? assume(`edge-image-tokens-${boardClass}`);
  return Math.max(built, tokensPerSequence * concurrency);
}

/** Tokens of one prompt the engine is built for. */
export function edgeInputTokens({ maxInputTokens, contextTokens }: Placed, assume: Assume): number {
  return Math.min(maxInputTokens ?? assume("edge-input-tokens"), contextTokens);
}

/**
 * The memory of an engine of TensorRT Edge-LLM in bytes. The embedding table lies beside the engine, so a tied one is
 * held twice; a vision tower that gets no image is not loaded.
 */
export function edgeLines(
  placed: Placed,
  model: Model,
  board: { class: Device["class"]; imageTokens: number },
  assume: Assume,
): EdgeLines {
  const stored = weightBytes(model, placed.quantization.value);
  const weights = stored.language + (model.tiedEmbeddings === false ? 0 : stored.embedding);
  const { vision: towerParameters } = parameterClasses(model);
  const imageTokens = edgeImageTokens(placed, board.imageTokens, board.class, assume);
  const context = assume("edge-context");
  const draft = draftBytes(placed, model, stored, assume);
  const shape = {
    hiddenSize: model.hiddenSize ?? 0,
    inputTokens: edgeInputTokens(placed, assume),
    sequences: placed.concurrency,
    recurrent: model.recurrentState !== undefined,
  };
  const workspace = edgeWorkspace({
    weights,
    loadingShare: assume(model.experts ? "edge-loading-share-mixture" : "edge-loading-share"),
    context,
    draft,
    tower: imageTokens > 0 ? stored.vision : 0,
    activations: edgeActivationBytes(
      shape,
      assume("edge-activation-bytes"),
      assume("edge-recurrent-workspace"),
    ),
    visionActivations: edgeVisionBytes(towerParameters, imageTokens, assume("edge-vision-bytes")),
  });
  return { weights, draft, runtime: context, ...workspace };
}
