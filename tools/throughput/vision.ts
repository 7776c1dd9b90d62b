import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Model } from "../../knowledge/schema.ts";
import type { Milliseconds } from "../../knowledge/units.ts";
import { visionOperations } from "../formulas/prefill.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { halfPrecisionPeak } from "./arithmetic.ts";
import { closestAssumption } from "./closest-assumption.ts";

/** Patches that see one another: of a window, of a tile, else of the whole image. */
function patchesTogether(model: Model, patches: number, perToken: number): number {
  if (model.visionWindowPatches) return Math.min(patches, model.visionWindowPatches);
  return model.imageTokens?.rule === "tiles"
    ? Math.min(patches, model.imageTokens.tokensPerTile * perToken)
    : patches;
}

/** The assumption that says how much longer than the ideal of the peak a tower takes. */
export function visionAssumption(board: Board, placed: Placed, knowledge: Knowledge): string {
  return closestAssumption("vision-arithmetic", board, placed, knowledge);
}

/** Milliseconds at the dense 16-bit peak to encode images of that many tokens each; null without a tower or compute. */
export function idealVisionTime(
  board: Board,
  model: Model,
  tokensPerImage: number,
  images: number,
  knowledge: Knowledge,
): Milliseconds | null {
  const assume = (id: string) => knowledge.assumption(id).value;
  const peak = halfPrecisionPeak(board);
  if (!model.imageTokens || images === 0 || peak === undefined) return null;
  const tower = (model.visionParametersMillions ?? assume("unknown-vision-tower")) * 1e6;
  const perToken = model.patchesPerImageToken ?? assume("patches-per-image-token");
  const patches = tokensPerImage * perToken;
  const together = patchesTogether(model, patches, perToken);
  const operations = visionOperations(tower, patches, together, assume("vision-tower-width"));
  return (1000 * images * operations) / peak;
}

/** Milliseconds to encode them; null without a tower or compute. */
export function visionTime(
  board: Board,
  placed: Placed,
  tokensPerImage: number,
  images: number,
  knowledge: Knowledge,
): Milliseconds | null {
  const ideal = placed.language && idealVisionTime(board, placed.language, tokensPerImage, images, knowledge);
  if (ideal === null) return null;
  const slowness = knowledge.assumption(visionAssumption(board, placed, knowledge)).value;
  return knowledge.assumption("vision-overhead").value + slowness * ideal;
}
