import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Milliseconds, TokensPerSecond } from "../../knowledge/units.ts";
import { ceilingSpeed, decodeSpeed, type Pass, passSeconds } from "../formulas/decode.ts";
import { isArchitectureKnown } from "../formulas/estimated-architecture.ts";
import { prefillSpeed, timeToFirstToken, visionTime } from "../formulas/prefill.ts";
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

/** With less of its GPU than this a board cannot use its bandwidth. */
const slowedGpu = 0.5;

function boundOf(pass: Pass, { machine, gpuShare }: Engine, board: Board): Bound {
  const { memory, overhead } = passSeconds(pass, machine);
  if (pass.weightBytes > (memoryAvailable(board) ?? 0)) return "allocation";
  if (overhead > memory) return "overhead";
  return gpuShare < slowedGpu ? "compute" : "bandwidth";
}

/** What runs of this configuration measured for all streams together; at concurrency 1 a decode figure is the same. */
function measuredAggregate(matches: readonly MeasuredReference[], sequences: number): number | undefined {
  const speeds = matches
    .filter(({ plausible }) => plausible)
    .map(({ metric, tokensPerSecond }) =>
      metric === "decode" ? tokensPerSecond * sequences : tokensPerSecond,
    );
  return median(speeds);
}

function promptTimes(
  placed: Placed,
  engine: Engine,
  promptTokens: number,
  share: number,
  firstPass: Milliseconds,
  knowledge: Knowledge,
) {
  const model = placed.language;
  const peak = engine.peakOperations;
  if (!model || peak === undefined || engine.prefillOperations === undefined)
    return { prefillTokensPerSecond: null, visionMs: null, timeToFirstTokenMs: null };
  const assume = (id: string) => knowledge.assumption(id).value;
  const width = assume("interval-prompt");
  const operations = engine.prefillOperations * share;
  const images = imageTokensPerSequence(placed);
  const tower = (model.visionParametersMillions ?? 0) * 1e6;
  const prefill = prefillSpeed(computedParameters(model), operations);
  const vision =
    images > 0 && tower > 0
      ? visionTime(tower, images * assume("patches-per-image-token"), operations)
      : null;
  const first = timeToFirstToken({
    vision: vision ?? 0,
    promptTokens: promptTokens + images,
    prefill,
    floor: assume("prefill-floor"),
    firstPass,
  });
  return {
    prefillTokensPerSecond: toRange(prefill, width, prefillSpeed(computedParameters(model), peak)),
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
  const measured = measuredAggregate(found.matches, pass.sequences);
  const calibrated = engine.calibrated && isArchitectureKnown(record);
  // Nobody measured the model beside these co-tenants.
  const isMeasured = measured !== undefined && found.evidence !== null && share === 1;
  const evidence = isMeasured && found.evidence ? found.evidence : calibrated ? "calibrated" : "formula";
  const width = assume(isMeasured ? "interval-measured" : `interval-${evidence}`);
  const perStream = measured === undefined ? computed.perStream : measured / pass.sequences;
  const decode = scaleRange(toRange(perStream, width, ceiling), share);
  return {
    decodeTokensPerSecond: decode,
    aggregateTokensPerSecond: scaleRange(decode, pass.sequences),
    ...promptTimes(
      placed,
      engine,
      promptTokens,
      share,
      (1000 * pass.acceptedTokens) / decode.expected,
      knowledge,
    ),
    ceilingTokensPerSecond: ceiling,
    boundBy: boundOf(pass, engine, board),
    evidence,
    references: found.references,
    pass,
    engine,
  };
}
