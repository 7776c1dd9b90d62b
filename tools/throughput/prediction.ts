import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Model } from "../../knowledge/schema.ts";
import type { TokensPerSecond } from "../../knowledge/units.ts";
import { ceilingSpeed, decodeSpeed, grownSpeed, type Pass, passTime } from "../formulas/decode.ts";
import { isArchitectureKnown } from "../formulas/estimated-architecture.ts";
import { weightBytes } from "../formulas/weights.ts";
import { completed } from "../memory/language-lines.ts";
import { type Board, memoryAvailable } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { findClosestAssumption } from "./closest-assumption.ts";
import { type Engine, toEngine } from "./machine.ts";
import { toPass } from "./pass.ts";
import { noPromptTimes, type PromptTimes, promptTimes } from "./prompt.ts";
import { type Range, scaleRange, toRange } from "./range.ts";
import { type Found, findReferences, type MeasuredReference } from "./references.ts";
import { leastDraftBytes, speculationInterval, speculative } from "./speculation.ts";

/** How good the evidence behind a speed is, best first. */
export type Evidence = "measured-here" | "measured-module" | "calibrated" | "formula" | "benchmark-required";
/** What limits the speed. */
export type Bound = "bandwidth" | "compute" | "overhead" | "allocation";

/** Speeds of one model on one board: tok/s, ms; null where nothing is known. */
export type Prediction = PromptTimes & {
  decodeTokensPerSecond: Range | null;
  aggregateTokensPerSecond: Range | null;
  ceilingTokensPerSecond: TokensPerSecond | null;
  boundBy: Bound | null;
  evidence: Evidence;
  /** Measured runs that the decode speed rests on: of this configuration, or those its engine was fitted on. */
  sampleSize: number;
  /** The assumption behind the width of the decode interval. */
  interval: string | null;
  references: MeasuredReference[];
  basis: Basis | null;
};

/** What the speeds of one model on one board were computed from. */
export type Basis = {
  engine: Engine;
  /** What a pass of one stream alone reads at least, which sets the ceiling. */
  least: Pass;
  /** The runs of this configuration; they decide where there are any. */
  matches: readonly MeasuredReference[];
  /** Share of the GPU that co-tenants leave. */
  share: number;
};

/** What is said where no number can be given: the runs nearby and nothing else. */
export function noPrediction(references: MeasuredReference[]): Prediction {
  return {
    ...noPromptTimes,
    decodeTokensPerSecond: null,
    aggregateTokensPerSecond: null,
    ceilingTokensPerSecond: null,
    boundBy: null,
    evidence: "benchmark-required",
    sampleSize: 0,
    interval: null,
    references,
    basis: null,
  };
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2;
}

/** What takes most of a pass; weights that do not fit the memory cannot be read at all. */
function boundOf(
  pass: Pass,
  { machine, costs }: Engine,
  board: Board,
  { quantization }: Placed,
  model: Model,
): Bound {
  // A pass reads only some experts of a mixture, but all have to be loaded.
  const loaded = model.experts ? weightBytes(model, quantization.value).language : pass.weightBytes;
  if (loaded > (memoryAvailable(board) ?? 0)) return "allocation";
  const { streaming, layers, compute } = passTime(pass, machine, costs);
  if (streaming >= layers && streaming >= compute) return "bandwidth";
  return layers > compute ? "overhead" : "compute";
}

/** Tokens a second of all streams together by the time of a pass, and by what the engine gains of company. */
function computedAggregate(alone: Pass, pass: Pass, { machine, costs, growthExponent }: Engine): number {
  const together = decodeSpeed(pass, machine, costs);
  if (growthExponent === null) return together;
  return Math.min(together, grownSpeed(decodeSpeed(alone, machine, costs), pass.sequences, growthExponent));
}

/** The assumption with the half-width of the 90 % interval: by evidence, and for calibrated speeds by engine and load. */
function intervalAssumption(evidence: Evidence, board: Board, placed: Placed, knowledge: Knowledge): string {
  if (evidence === "measured-here" || evidence === "measured-module") return "interval-measured";
  const speculation = speculationInterval(placed);
  if (speculation !== null) return speculation;
  if (evidence === "formula") return "interval-formula";
  const kind = placed.concurrency > 1 ? "interval-batch" : "interval-decode";
  return findClosestAssumption(kind, board, placed, knowledge) ?? "interval-formula";
}

/** What runs of this configuration measured for all streams together; at concurrency 1 a decode figure is the same. */
function measuredAggregate(matches: readonly MeasuredReference[], sequences: number): number | undefined {
  return median(
    matches.map(({ metric, tokensPerSecond }) =>
      metric === "decode" ? tokensPerSecond * sequences : tokensPerSecond,
    ),
  );
}

/** Predicts speeds from bandwidth and bytes, and lets a measurement of the same configuration decide where there is one. */
export function predict(
  board: Board,
  placed: Placed,
  share: number,
  promptTokens: number,
  knowledge: Knowledge,
  found: Pick<Found, "references" | "matches" | "evidence"> = findReferences(board, placed, knowledge),
): Prediction {
  const record = placed.language;
  const engine = toEngine(board, placed, knowledge);
  if (!record?.parametersBillions || !engine) return noPrediction(found.references);
  const model = completed(record, (id) => knowledge.assumption(id).value);
  const alone = toPass(placed, model, 1, knowledge);
  const pass = placed.concurrency === 1 ? alone : toPass(placed, model, placed.concurrency, knowledge);
  const least = { ...alone, weightBytes: alone.weightBytes + leastDraftBytes(placed, model, knowledge) };
  const ceiling = ceilingSpeed(least, engine.modeBandwidth);
  const { matches } = found;
  const fittedRuns = isArchitectureKnown(record) ? engine.fittedRuns : 0;
  const computedBy = fittedRuns > 0 ? "calibrated" : "formula";
  // Nobody measured the model beside these co-tenants.
  const measuredBy = share === 1 ? found.evidence : null;
  const evidence = measuredBy ?? computedBy;
  const interval = intervalAssumption(evidence, board, placed, knowledge);
  const drafting = (each: Pass) => speculative(each, board, placed, model, knowledge);
  const computed = computedAggregate(drafting(alone), drafting(pass), engine);
  const perStream = (measuredAggregate(matches, pass.sequences) ?? computed) / pass.sequences;
  const decode = scaleRange(toRange(perStream, knowledge.assumption(interval).value, ceiling), share);
  return {
    decodeTokensPerSecond: decode,
    aggregateTokensPerSecond: scaleRange(decode, pass.sequences),
    ...promptTimes(board, placed, promptTokens, share, knowledge),
    ceilingTokensPerSecond: ceiling,
    boundBy: boundOf(drafting(pass), engine, board, placed, model),
    evidence,
    sampleSize: measuredBy === null ? fittedRuns : matches.length,
    interval,
    references: found.references,
    basis: { engine, least, matches, share },
  };
}
