import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { PassCosts } from "../formulas/decode.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";

/** Generations of GPU that engines were measured on, by compute capability. */
const generations: ReadonlyMap<number, string> = new Map([
  [8.7, "orin"],
  [11, "thor"],
]);

/** Width of the memory bus by class of board, which sets how much of the bandwidth is reached. */
const buses = { nano: "128-bit", nx: "128-bit", agx: "256-bit", thor: "256-bit", other: "other" } as const;

/** Formats narrower than this are widened by the cores, weight for weight. */
const narrowBits = 8;

function generationOf(board: Board): string {
  return generations.get(board.record.gpu.computeCapability ?? 0) ?? "other";
}

/**
 * The closest assumption of a kind on record: for the engine or its kernels on this generation of board, for
 * the engine or its kernels anywhere, for this generation (with its memory bus), for any; null where there is none.
 */
export function closestAssumption(
  kind: string,
  board: Board,
  { runtime }: Placed,
  knowledge: Knowledge,
): string | null {
  const generation = generationOf(board);
  const engines = [runtime.id, ...(runtime.value.kernels ? [runtime.value.kernels] : [])];
  const names = [
    ...engines.map((engine) => `${kind}-${engine}-${generation}`),
    ...engines.map((engine) => `${kind}-${engine}`),
    `${kind}-${generation}-${buses[board.record.class]}`,
    `${kind}-${generation}`,
    `${kind}-other`,
  ];
  return names.find((id) => knowledge.findAssumption(id)) ?? null;
}

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
  const closest = (kind: string) => closestAssumption(kind, board, placed, knowledge);
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
