import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { PassCosts } from "../formulas/decode.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { findClosestAssumption } from "./closest-assumption.ts";

/** Formats narrower than this are widened by the cores, weight for weight. */
const narrowBits = 8;

/** True for a format whose weights have to be widened before they are multiplied. */
function isWidened(board: Board, { quantization }: Placed): boolean {
  const { needs, nominalBits } = quantization.value;
  const isNative = needs !== undefined && board.record.nativeFormats.includes(needs);
  return nominalBits < narrowBits && !isNative;
}

/** The assumption behind each cost of a pass; null for a cost that does not occur. */
export function costAssumptions(
  board: Board,
  placed: Placed,
  knowledge: Knowledge,
): Record<keyof PassCosts, string | null> {
  const closest = (kind: string) => findClosestAssumption(kind, board, placed, knowledge);
  const widened = isWidened(board, placed);
  return {
    streamFactor: closest("decode-stream-factor"),
    layerCycles: closest("decode-layer-cycles"),
    mixtureCycles: closest("decode-mixture-cycles"),
    weightCycles: widened ? closest("decode-weight-cycles") : null,
    cacheCycles: closest("decode-cache-cycles"),
    batchCycles: (widened ? closest("decode-batch-cycles-widened") : null) ?? closest("decode-batch-cycles"),
  };
}
