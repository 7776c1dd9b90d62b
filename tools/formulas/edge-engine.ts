import type { Bytes } from "../../knowledge/units.ts";

/** What a compiled engine is built for: shapes are fixed before it runs, and memory with them. */
export type EdgeShape = {
  hiddenSize: number;
  inputTokens: number;
  sequences: number;
  /** True for layers with a recurrent state in place of a cache. */
  recurrent: boolean;
};

/** Bytes of working memory of the language engine: inputs × width, and a workspace for recurrent layers. */
export function edgeActivationBytes(
  { hiddenSize, inputTokens, sequences, recurrent }: EdgeShape,
  bytesPerValue: number,
  recurrentWorkspace: Bytes,
): Bytes {
  return sequences * (inputTokens * hiddenSize * bytesPerValue + (recurrent ? recurrentWorkspace : 0));
}

/**
 * Bytes of working memory of the vision engine: it is built for a number of image tokens whatever the images are, and
 * holds rows as wide as the tower, whose width grows about with the cube root of its parameters.
 */
export function edgeVisionBytes(towerParameters: number, imageTokens: number, bytesPerToken: number): Bytes {
  return imageTokens * bytesPerToken * Math.cbrt(towerParameters);
}

/** Bytes of a draft head: one layer of the target, an output head of its own, and working memory of each sequence. */
export function edgeDraftBytes(draft: {
  layerBytes: Bytes;
  headBytes: Bytes;
  sequences: number;
  treeBytes: Bytes;
  stateBytes: Bytes;
  stateCopies: number;
}): Bytes {
  const { layerBytes, headBytes, sequences, treeBytes, stateBytes, stateCopies } = draft;
  return layerBytes + headBytes + sequences * (treeBytes + stateBytes * stateCopies);
}

/** The parts of a running engine in bytes, and the share of its weights that loading holds a second time. */
export type EdgeParts = {
  weights: Bytes;
  loadingShare: number;
  context: Bytes;
  draft: Bytes;
  tower: Bytes;
  activations: Bytes;
  visionActivations: Bytes;
};

/**
 * Bytes of the lines `compute` and `vision`. Both engines work one after the other in one pool, as large as the larger
 * needs; and what loading holds twice is free again before they run, so only the excess over them counts.
 */
export function edgeWorkspace(parts: EdgeParts): { compute: Bytes; vision: Bytes } {
  const { weights, loadingShare, context, draft, tower, activations, visionActivations } = parts;
  const vision = tower > 0 ? tower + Math.max(0, visionActivations - activations) : 0;
  const running = context + draft + activations + vision;
  return { compute: activations + Math.max(0, loadingShare * weights - running), vision };
}
