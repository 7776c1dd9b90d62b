import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { BytesPerSecond } from "../../knowledge/units.ts";
import type { Machine } from "../formulas/decode.ts";
import { modeLimits, usableBandwidth } from "../formulas/power-mode.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";

/** A board with an engine on it, and the assumptions that describe the pair. */
export type Engine = {
  machine: Machine;
  /** Bandwidth of the power mode, which sets the ceiling. */
  modeBandwidth: BytesPerSecond;
  /** Operations a second that the GPU could do in this mode; undefined where the compute is unknown. */
  peakOperations: number | undefined;
  /** Share of the GPU that the mode leaves, in units and clock. */
  gpuShare: number;
  /** Operations a second that prompt processing reaches; undefined where the compute is unknown. */
  prefillOperations: number | undefined;
  /** True where efficiency was fitted for this engine on this class of board. */
  calibrated: boolean;
};

/** Generations of GPU that engines were measured on, by compute capability. */
const generations: ReadonlyMap<number, string> = new Map([
  [8.7, "orin"],
  [11, "thor"],
]);

/** The closest assumption on record: for this engine and class of board, for this engine, for any. */
function closest(kind: string, { runtime }: Placed, board: Board, knowledge: Knowledge): string {
  const generation = generations.get(board.record.gpu.computeCapability ?? 0);
  const names = [`${kind}-${runtime.id}-${generation}`, `${kind}-${runtime.id}`];
  return names.find((id) => knowledge.findAssumption(id)) ?? `${kind}-other`;
}

/** How the engine grows with concurrency; mixtures grow less, where that is on record. */
function concurrencyAssumption({ runtime, language }: Placed, knowledge: Knowledge): string {
  const name = `concurrency-exponent-${runtime.id}`;
  const names = language?.experts ? [`${name}-mixture`, name] : [name];
  return names.find((id) => knowledge.findAssumption(id)) ?? "concurrency-exponent-other";
}

/** Describes board and engine; undefined where nobody states the board's bandwidth. */
export function toEngine(board: Board, placed: Placed, knowledge: Knowledge): Engine | undefined {
  const limits = modeLimits(board.record, board.mode);
  const full = board.record.bandwidth ?? limits.bandwidth;
  if (!full) return undefined;
  const efficiencyId = closest("decode-efficiency", placed, board, knowledge);
  const overheadId = closest("decode-overhead", placed, board, knowledge);
  const prefillId = closest("prefill-efficiency", placed, board, knowledge);
  const concurrencyId = concurrencyAssumption(placed, knowledge);
  const assume = (id: string) => knowledge.assumption(id).value;
  const usable = usableBandwidth(full, limits, assume("mode-bandwidth-exponent"));
  const peak = board.record.compute.fp16DenseTflops;
  const operations = peak === undefined ? undefined : peak * 1e12 * limits.gpuShare;
  const modeBandwidth = limits.bandwidth ?? full;
  const mixture = placed.language?.experts ? assume("decode-mixture-factor") : 1;
  return {
    machine: {
      bandwidth: modeBandwidth,
      efficiency: assume(efficiencyId) * mixture * (usable / modeBandwidth),
      overhead: assume(overheadId) / limits.gpuShare,
      concurrencyExponent: assume(concurrencyId),
    },
    modeBandwidth,
    peakOperations: operations,
    prefillOperations: operations && operations * assume(prefillId),
    gpuShare: limits.gpuShare,
    calibrated: knowledge.assumption(efficiencyId).sampleSize !== undefined,
  };
}
