import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { BytesPerSecond } from "../../knowledge/units.ts";
import type { Machine, PassCosts } from "../formulas/decode.ts";
import { modeLimits, usableBandwidth } from "../formulas/power-mode.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { costAssumptions } from "./pass-costs.ts";

/** A board with an engine on it, and the assumptions that describe the pair. */
export type Engine = {
  machine: Machine;
  costs: PassCosts;
  /** Streams together reach one alone × streams to this power at most; null where an engine batches freely. */
  growthExponent: number | null;
  /** Bandwidth of the power mode, which sets the ceiling. */
  modeBandwidth: BytesPerSecond;
  /** Runs that the engine's own cost, that of its layers, was fitted on; 0 where nobody measured the engine. */
  fittedRuns: number;
};

/** Clocks of the mode; where nobody states them, what is usual beside such a bandwidth. */
function clocksOf(
  { record, mode }: Board,
  full: BytesPerSecond,
  gpuShare: number,
  assume: (id: string) => number,
): Pick<Machine, "clock" | "coreClock"> {
  const { cudaCores, maxClock } = record.gpu;
  const all = cudaCores && maxClock ? cudaCores * maxClock : full * assume("unknown-core-cycles-per-byte");
  return { clock: mode?.gpuClock ?? maxClock ?? assume("unknown-clock"), coreClock: all * gpuShare };
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
  const limits = modeLimits(board.record, board.mode);
  const full = board.record.bandwidth ?? limits.bandwidth;
  if (!full) return undefined;
  const assume = (id: string) => knowledge.assumption(id).value;
  const modeBandwidth = limits.bandwidth ?? full;
  const ids = costAssumptions(board, placed, knowledge);
  // Where all arithmetic is timed, that says what fewer or slower cores do; else the bandwidth that they can use does.
  const isTimed = ids.cacheCycles !== null;
  const clocks = clocksOf(board, full, limits.gpuShare, assume);
  const usable = usableBandwidth(full, limits, clocks.coreClock, assume("stream-bytes-per-core-cycle"));
  const growth = `concurrency-exponent-${placed.runtime.id}`;
  return {
    machine: {
      ...clocks,
      bandwidth: isTimed ? modeBandwidth : usable,
    },
    costs: toCosts(ids, knowledge),
    growthExponent: knowledge.findAssumption(growth) ? assume(growth) : null,
    modeBandwidth,
    fittedRuns: (ids.layerCycles !== null && knowledge.assumption(ids.layerCycles).sampleSize) || 0,
  };
}
