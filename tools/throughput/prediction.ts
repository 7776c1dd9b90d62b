import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Milliseconds, TokensPerSecond } from "../../knowledge/units.ts";
import { ceilingSpeed, decodeSpeed, type Pass, passSeconds } from "../formulas/decode.ts";
import { isArchitectureKnown } from "../formulas/estimated-architecture.ts";
import { operationsPerParameter, prefillSpeed, timeToFirstToken, visionTime } from "../formulas/prefill.ts";
import { completed, imageTokensPerSequence } from "../memory/language-lines.ts";
import { type Board, memoryAvailable } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { type Engine, toEngine } from "./machine.ts";
import { computedParameters, toPass } from "./pass.ts";
import { type Range, scaleRange, toRange } from "./range.ts";
import { findReferences, type MeasuredReference } from "./references.ts";

/** How good the evidence behind a speed is, best first. */
export type Evidence = "measured-here" | "measured-module" | "calibrated" | "formula" | "benchmark-required";
/** What limits the speed. */
export type Bound = "bandwidth" | "compute" | "overhead" | "allocation";

/** Speeds of one model on one board: tok/s, ms; null where nothing is known. */
export type Prediction = {
  decodeTokensPerSecond: Range | null;
  aggregateTokensPerSecond: Range | null;
  prefillTokensPerSecond: Range | null;
  timeToFirstTokenMs: Range | null;
  visionMs: Range | null;
  ceilingTokensPerSecond: TokensPerSecond | null;
  boundBy: Bound | null;
  evidence: Evidence;
  references: MeasuredReference[];
  pass: Pass | null;
  engine: Engine | null;
};

const nothing = {
  decodeTokensPerSecond: null,
  aggregateTokensPerSecond: null,
  prefillTokensPerSecond: null,
  timeToFirstTokenMs: null,
  visionMs: null,
  ceilingTokensPerSecond: null,
  boundBy: null,
  pass: null,
  engine: null,
} as const;

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2;
}

function boundOf(pass: Pass, { machine }: Engine, board: Board): Bound {
  const { memory, compute, overhead } = passSeconds(pass, machine);
  if (pass.weightBytes > (memoryAvailable(board) ?? 0)) return "allocation";
  if (compute >= memory && compute >= overhead) return "compute";
  return overhead > memory ? "overhead" : "bandwidth";
}

/** Context of a run whose source does not tell it: taken for the default, so that a default question shows it as it is. */
const unstatedContextTokens = 4096;

/**
 * What the runs of this configuration measured for all streams together, carried over to the context asked
 * for by the ratio of the computed speeds; a decode figure at concurrency 1 is the same thing.
 */
function measuredAggregate(
  matches: readonly MeasuredReference[],
  sequences: number,
  speedAt: (contextTokens: number) => TokensPerSecond,
  contextTokens: number,
): number | undefined {
  const speeds = matches
    .filter(({ plausible }) => plausible)
    .map(({ metric, tokensPerSecond, contextTokens: measuredAt }) => {
      const whole = metric === "decode" ? tokensPerSecond * sequences : tokensPerSecond;
      return (whole * speedAt(contextTokens)) / speedAt(measuredAt ?? unstatedContextTokens);
    });
  return median(speeds);
}

function promptTimes(
  placed: Placed,
  board: Board,
  engine: Engine,
  promptTokens: number,
  firstPass: Milliseconds,
  knowledge: Knowledge,
) {
  const model = placed.language;
  if (!model || engine.prefillOperations === undefined)
    return { prefillTokensPerSecond: null, visionMs: null, timeToFirstTokenMs: null };
  const assume = (id: string) => knowledge.assumption(id).value;
  const width = assume("interval-formula");
  const images = imageTokensPerSequence(placed);
  const tower = (model.visionParametersMillions ?? 0) * 1e6;
  const prefill = prefillSpeed(computedParameters(model), engine.prefillOperations);
  const vision =
    images > 0 && tower > 0
      ? visionTime(tower, images * assume("patches-per-image-token"), engine.prefillOperations)
      : null;
  const first = timeToFirstToken({
    vision: vision ?? 0,
    promptTokens: promptTokens + images,
    prefill,
    floor: assume("prefill-floor"),
    firstPass,
  });
  return {
    prefillTokensPerSecond: toRange(
      prefill,
      width,
      ((board.record.compute.fp16DenseTflops ?? 0) * 2e12) /
        (operationsPerParameter * computedParameters(model)),
    ),
    visionMs: vision === null ? null : toRange(vision, width),
    timeToFirstTokenMs: toRange(first, width),
  };
}

/** Predicts speeds from bandwidth and bytes, and lets a measurement of the same configuration decide where there is one. */
export function predict(
  board: Board,
  placed: Placed,
  share: number,
  promptTokens: number,
  knowledge: Knowledge,
): Prediction {
  const found = findReferences(board, placed, knowledge);
  const record = placed.language;
  const engine = toEngine(board, placed, knowledge);
  if (!record?.parametersBillions || !engine)
    return { ...nothing, evidence: "benchmark-required", references: found.references };
  const assume = (id: string) => knowledge.assumption(id).value;
  const model = completed(record, assume);
  const pass = toPass(placed, model, knowledge);
  const ceiling = ceilingSpeed(pass, engine.modeBandwidth);
  const computed = decodeSpeed(pass, engine.machine);
  const speedAt = (contextTokens: number) =>
    decodeSpeed(toPass({ ...placed, contextTokens }, model, knowledge), engine.machine).perStream;
  const measured = measuredAggregate(found.matches, pass.sequences, speedAt, placed.contextTokens);
  const calibrated = engine.calibrated && isArchitectureKnown(record);
  const evidence =
    measured !== undefined && found.evidence ? found.evidence : calibrated ? "calibrated" : "formula";
  const width = assume(measured !== undefined ? "interval-measured" : `interval-${evidence}`);
  const perStream = measured === undefined ? computed.perStream : measured / pass.sequences;
  const decode = scaleRange(toRange(perStream, width, ceiling), share);
  return {
    decodeTokensPerSecond: decode,
    aggregateTokensPerSecond: scaleRange(decode, pass.sequences),
    ...promptTimes(placed, board, engine, promptTokens, 1000 / decode.expected, knowledge),
    ceilingTokensPerSecond: ceiling,
    boundBy: boundOf(pass, engine, board),
    evidence,
    references: found.references,
    pass,
    engine,
  };
}
