import { z } from "zod";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { formatSpeed, type TokensPerSecond } from "../knowledge/units.ts";
import { recordAssumptions } from "./assumptions.ts";
import { fields, offeredTenants } from "./offered/fields.ts";
import { type Board, toBoard } from "./placement/board.ts";
import { toCommands } from "./placement/commands.ts";
import { type Blocker, findBlockers } from "./placement/compatibility.ts";
import { Reference } from "./placement/subject.ts";
import { type Placed, toPlaced, WorkloadInput } from "./placement/workload.ts";
import { type ThermalRemark, thermalRemarks } from "./power/thermal.ts";
import { assumptionsOf, defaultPromptTokens } from "./throughput/assumed.ts";
import { remainingShare } from "./throughput/co-tenants.ts";
import { type Energy, EnergyInput, energyAssumptions, toEnergy } from "./throughput/energy.ts";
import { type IntervalBasis, intervalBasis } from "./throughput/interval-basis.ts";
import { type Pace, paceOf } from "./throughput/pace.ts";
import { noPrediction, type Prediction, predict } from "./throughput/prediction.ts";
import { findReferences } from "./throughput/references.ts";
import { speedDigest } from "./throughput/speed-digest.ts";
import type { Shipped } from "./throughput/speed-facts.ts";
import { throughputFacts } from "./throughput/throughput-facts.ts";
import { defineTool, type ToolResult } from "./tool.ts";

/** A model on a board; `contextTokens` are already in the cache, `promptTokens` are still to be read. */
export const ThroughputInput = z.strictObject({
  device: Reference.describe("board, for example agx-orin-64gb"),
  powerMode: z.string().max(200).optional().describe("nvpmodel name such as MAXN or 30W"),
  ...WorkloadInput.omit({ streams: true, maxInputTokens: true }).shape,
  promptTokens: WorkloadInput.shape.contextTokens.describe(
    "tokens of the prompt, for the time to the first token",
  ),
  coTenants: z.array(WorkloadInput).max(32).optional().describe("what else runs on the board"),
  ...EnergyInput,
});
export type ThroughputInput = z.infer<typeof ThroughputInput>;

const { device, powerMode, model, quantization, runtime, contextTokens, concurrency, promptTokens } = fields;
const offeredThroughput = z.strictObject({
  ...{ device, powerMode, model, quantization, runtime, contextTokens, concurrency, promptTokens },
  coTenants: offeredTenants.optional(),
});

/** Speeds with their interval, the ceiling no stream passes, and the evidence behind them. tok/s and ms. */
export type Throughput = ToolResult &
  Omit<Prediction, "basis"> & {
    /** The board, its power mode and the model as people name them. */
    names: { device: string; powerMode: string | null; model: string; quantization: string; runtime: string };
    /** What the width of the interval rests on. */
    intervalBasis: IntervalBasis | null;
    coldStart: { decodeTokensPerSecond: TokensPerSecond; text: string; source: string } | null;
    shipped: Shipped | null;
    /** Whether one stream keeps pace with a reader; null where no speed is known. */
    pace: Pace | null;
    power: Energy;
    /** What documents say of heat, cooling and supply of the board. */
    thermal: ThermalRemark[];
    verify: string;
    blockers: Blocker[];
    resolved: ThroughputInput;
    assumptions: string[];
  };

function shippedSpeed(
  board: Board,
  input: ThroughputInput,
  estimate: (board: Board) => Prediction,
  knowledge: Knowledge,
): Shipped | null {
  const mode = board.record.powerModes.find(({ shipped }) => shipped);
  if (!mode || mode === board.mode) return null;
  const { decodeTokensPerSecond } = estimate(toBoard(input.device, mode.name, knowledge));
  return decodeTokensPerSecond && { powerMode: mode.name, decodeTokensPerSecond };
}

function coldStartOf(
  board: Board,
  { runtime }: Placed,
  prediction: Prediction,
  knowledge: Knowledge,
): Throughput["coldStart"] {
  if (board.record.class !== "thor" || runtime.id !== "vllm" || !prediction.decodeTokensPerSecond)
    return null;
  const { value, source } = knowledge.assumption("cold-start-thor-vllm");
  const speed = value * prediction.decodeTokensPerSecond.expected;
  return {
    decodeTokensPerSecond: speed,
    text: `the first runs on Thor with vLLM are slower, about ${formatSpeed(speed)} until warm`,
    source: source[0] ?? "thor-performance-analysis",
  };
}

function namesOf({ name, mode }: Board, { subject, quantization, runtime }: Placed): Throughput["names"] {
  const names = { device: name, powerMode: mode?.name ?? null, model: subject.name };
  return { ...names, quantization: quantization.value.name, runtime: runtime.value.name };
}

/** The command that measures this estimate on the board. */
function verifyWith(placed: Placed, board: Board, promptTokens: number, knowledge: Knowledge): string {
  const { runtime, subject, contextTokens } = placed;
  const made = toCommands(placed, board, { promptTokens, depth: contextTokens }, knowledge);
  return (
    made?.benchmark ??
    `run ${subject.name} with ${runtime.value.name} on the board and count its tokens a second`
  );
}

/** The complete input that gives the same result. */
function resolvedInput(
  board: Board,
  placed: Placed,
  others: readonly Placed[],
  promptTokens: number,
  { answerTokens, electricityUsdPerKwh }: Energy,
): ThroughputInput {
  const { streams, maxInputTokens, ...resolved } = placed.resolved;
  return {
    device: board.reference,
    ...(board.mode && { powerMode: board.mode.name }),
    ...resolved,
    promptTokens,
    ...(others.length > 0 && { coTenants: others.map((tenant) => tenant.resolved) }),
    answerTokens,
    electricityUsdPerKwh,
  };
}

/** A combination that cannot run has no speed; what others measured nearby is shown all the same. */
function unestimated(board: Board, placed: Placed, knowledge: Knowledge): Prediction {
  return noPrediction(findReferences(board, placed, knowledge).references);
}

/** The speed, draw and energy of a model on a board: the one estimate behind every tool that needs a speed. */
export function throughputOf(input: ThroughputInput, everything: Knowledge): Throughput {
  const { knowledge, sources: assumed } = recordAssumptions(everything);
  const {
    device,
    powerMode,
    promptTokens = defaultPromptTokens,
    coTenants = [],
    answerTokens,
    electricityUsdPerKwh,
    ...workload
  } = input;
  const board = toBoard(device, powerMode, knowledge);
  const placed = toPlaced(workload, knowledge);
  const others = coTenants.map((tenant) => toPlaced(tenant, knowledge));
  const remaining = remainingShare(board, others, knowledge);
  const estimate = (at: Board) => predict(at, placed, remaining.share, promptTokens, knowledge);
  const blockers = findBlockers(board, placed);
  const isBlocked = blockers.length > 0;
  const prediction = isBlocked ? unestimated(board, placed, knowledge) : estimate(board);
  const { basis, ...figures } = prediction;
  const shipped = isBlocked ? null : shippedSpeed(board, input, estimate, knowledge);
  const coldStart = coldStartOf(board, placed, prediction, knowledge);
  const heat = {
    power: toEnergy(board, placed, prediction, input, knowledge),
    thermal: thermalRemarks(board, knowledge),
  };
  const remarks = [...remaining.assumptions, ...energyAssumptions(heat.power, input)];
  const { facts, sources } = throughputFacts(
    { board, placed, others, prediction, shipped, coldStart, ...heat, blockers, assumed: assumed() },
    knowledge,
  );
  return {
    ...figures,
    names: namesOf(board, placed),
    intervalBasis: intervalBasis(prediction.interval, knowledge),
    coldStart,
    shipped,
    pace: paceOf(prediction, placed, knowledge),
    ...heat,
    verify: verifyWith(placed, board, promptTokens, knowledge),
    blockers,
    resolved: resolvedInput(board, placed, others, promptTokens, heat.power),
    assumptions: assumptionsOf(board, placed, input.promptTokens, remarks, knowledge),
    facts,
    sources,
  };
}

/** How fast does a model run on a board? */
export const estimateThroughput = defineTool({
  name: "estimate-throughput",
  description:
    "Decode and prompt speed of a model on a Jetson board in a power mode: expected value with interval, physical ceiling, nearest measurements.",
  input: ThroughputInput,
  example: { device: "orin-nx-16gb", model: "qwen3-8b" },
  offered: offeredThroughput,
  run: throughputOf,
  digest: (estimate: Throughput) => speedDigest(estimate),
});
