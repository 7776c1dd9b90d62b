import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { BytesPerSecond } from "../../knowledge/units.ts";
import type { Machine, PassCosts } from "../formulas/decode.ts";
import { modeLimits, usableBandwidth } from "../formulas/power-mode.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { closestAssumption, costAssumptions } from "./pass-costs.ts";

/** A board with an engine on it, and the assumptions that describe the pair. */
export type Engine = {
  machine: Machine;
  costs: PassCosts;
  /** Streams together reach one alone × streams to this power at most; null where an engine batches freely. */
  growthExponent: number | null;
  /** Bandwidth of the power mode, which sets the ceiling. */
  modeBandwidth: BytesPerSecond;
  /** Operations a second that the GPU could do in this mode; undefined where the compute is unknown. */
  peakOperations: number | undefined;
  /** Share of the GPU that the mode leaves, in units and clock. */
  gpuShare: number;
  /** Operations a second that prompt processing reaches; undefined where the compute is unknown. */
  prefillOperations: number | undefined;
  /** True where the costs were fitted for this engine on this generation of board. */
  calibrated: boolean;
};

/** Clocks of the mode; where nobody states them, what is usual beside such a bandwidth. */
function toMachine(board: Board, modeBandwidth: BytesPerSecond, full: BytesPerSecond, knowledge: Knowledge) {
  const assume = (id: string) => knowledge.assumption(id).value;
  const { cudaCores, maxClock } = board.record.gpu;
  const limits = modeLimits(board.record, board.mode);
  const coreClock =
    cudaCores && maxClock
      ? cudaCores * maxClock * limits.gpuShare
      : full * assume("unknown-core-cycles-per-byte") * limits.gpuShare;
  return {
    machine: {
      bandwidth: modeBandwidth,
      clock: board.mode?.gpuClock ?? maxClock ?? assume("unknown-clock"),
      coreClock,
    },
    limits,
  };
}

/** Reads the costs of a pass from the assumptions behind them. */
function toCosts(ids: ReturnType<typeof costAssumptions>, knowledge: Knowledge): PassCosts {
  const cost = (id: string | null) => (id === null ? 0 : knowledge.assumption(id).value);
  return {
    streamFactor: cost(ids.streamFactor),
    layerCycles: cost(ids.layerCycles),
    mixtureCycles: cost(ids.mixtureCycles),
    weightCycles: cost(ids.weightCycles),
    cacheCycles: cost(ids.cacheCycles),
    batchCycles: cost(ids.batchCycles),
  };
}

/** Describes board and engine; undefined where nobody states the board's bandwidth. */
export function toEngine(board: Board, placed: Placed, knowledge: Knowledge): Engine | undefined {
  const modeLimit = modeLimits(board.record, board.mode);
  const full = board.record.bandwidth ?? modeLimit.bandwidth;
  if (!full) return undefined;
  const assume = (id: string) => knowledge.assumption(id).value;
  const modeBandwidth = modeLimit.bandwidth ?? full;
  const { machine, limits } = toMachine(board, modeBandwidth, full, knowledge);
  const ids = costAssumptions(board, placed, knowledge);
  // Where all arithmetic is timed, that says what fewer or slower cores do; else the bandwidth that they can use does.
  const isTimed = ids.cacheCycles !== null;
  const peak = board.record.compute.fp16DenseTflops;
  const operations = peak === undefined ? undefined : peak * 1e12 * limits.gpuShare;
  const growth = `concurrency-exponent-${placed.runtime.id}`;
  return {
    machine: {
      ...machine,
      bandwidth: isTimed ? modeBandwidth : usableBandwidth(full, limits, assume("mode-bandwidth-exponent")),
    },
    costs: toCosts(ids, knowledge),
    growthExponent: knowledge.findAssumption(growth) ? assume(growth) : null,
    modeBandwidth,
    peakOperations: operations,
    prefillOperations:
      operations &&
      operations * assume(closestAssumption("prefill-efficiency", board, placed, knowledge) ?? ""),
    gpuShare: limits.gpuShare,
    calibrated: ids.layerCycles !== null && knowledge.assumption(ids.layerCycles).sampleSize !== undefined,
  };
}
