import { z } from "zod";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { formatSpeed, type TokensPerSecond } from "../knowledge/units.ts";
import { recordAssumptions } from "./assumptions.ts";
import { type Board, toBoard } from "./placement/board.ts";
import { toCommands } from "./placement/commands.ts";
import { type Blocker, findBlockers } from "./placement/compatibility.ts";
import { Reference } from "./placement/subject.ts";
import { type Placed, toPlaced, WorkloadInput } from "./placement/workload.ts";
import { type ThermalRemark, thermalRemarks } from "./power/thermal.ts";
import { assumptionsOf, defaultPromptTokens } from "./throughput/assumed.ts";
import { remainingShare } from "./throughput/co-tenants.ts";
import { type Energy, EnergyInput, energyAssumptions, energyDigest, toEnergy } from "./throughput/energy.ts";
import { type Prediction, predict } from "./throughput/prediction.ts";
import { noPromptTimes } from "./throughput/prompt.ts";
import type { Range } from "./throughput/range.ts";
import { throughputFacts } from "./throughput/throughput-facts.ts";
import { defineTool, type ToolResult } from "./tool.ts";

/** A model on a board; `contextTokens` are already in the cache, `promptTokens` are still to be read. */
export const ThroughputInput = z.strictObject({
  device: Reference.describe("board, for example agx-orin-64gb"),
  powerMode: z.string().max(200).optional().describe("nvpmodel name such as MAXN or 30W"),
  ...WorkloadInput.omit({ streams: true, maxInputTokens: true, kvCacheType: true }).shape,
  promptTokens: WorkloadInput.shape.contextTokens.describe(
    "tokens of the prompt, for the time to the first token",
  ),
  coTenants: z.array(WorkloadInput).max(32).optional().describe("what else runs on the board"),
  ...EnergyInput,
});
export type ThroughputInput = z.infer<typeof ThroughputInput>;

/** The speed in the mode the board is shipped in, where that is not the one estimated. */
export type ShippedSpeed = { powerMode: string; decodeTokensPerSecond: Range };

/** Speeds with their interval, the ceiling no stream passes, and the evidence behind them. tok/s and ms. */
export type Throughput = ToolResult &
  Omit<Prediction, "pass" | "engine"> & {
    /** The board, its power mode and the model as people name them. */
    names: { device: string; powerMode: string | null; model: string; quantization: string; runtime: string };
    coldStart: { decodeTokensPerSecond: TokensPerSecond; text: string; source: string } | null;
    shipped: ShippedSpeed | null;
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

/** How a speed feels to somebody who waits for the answer. */
export type Pace = "interactive" | "slow" | "too-slow";

/** How one stream of a model feels; an action model is not waited for by a reader. */
export function paceOf(
  { decodeTokensPerSecond }: Pick<Prediction, "decodeTokensPerSecond">,
  { language }: Placed,
  knowledge: Knowledge,
): Pace | null {
  if (!decodeTokensPerSecond || language?.kind === "vla") return null;
  const { expected } = decodeTokensPerSecond;
  if (expected >= knowledge.assumption("interactive-speed").value) return "interactive";
  return expected >= knowledge.assumption("too-slow-speed").value ? "slow" : "too-slow";
}

function shippedSpeed(
  board: Board,
  input: ThroughputInput,
  estimate: (board: Board) => Prediction,
  knowledge: Knowledge,
): ShippedSpeed | null {
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
  const { streams, kvCacheType, maxInputTokens, ...resolved } = placed.resolved;
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

/** The speed, draw and energy of a model on a board: the one estimate behind every tool that needs a speed. */
export function throughputOf(input: ThroughputInput, everything: Knowledge): Throughput {
  const { knowledge, sources: assumed } = recordAssumptions(everything);
  const {
    device,
    powerMode,
    promptTokens,
    coTenants = [],
    answerTokens,
    electricityUsdPerKwh,
    ...workload
  } = input;
  const board = toBoard(device, powerMode, knowledge);
  const placed = toPlaced(workload, knowledge);
  const others = coTenants.map((tenant) => toPlaced(tenant, knowledge));
  const remaining = remainingShare(board, others, knowledge);
  const estimate = (at: Board) =>
    predict(at, placed, remaining.share, promptTokens ?? defaultPromptTokens, knowledge);
  const blockers = findBlockers(board, placed);
  const prediction = blockers.length > 0 ? blocked(estimate(board)) : estimate(board);
  const { pass, engine, ...figures } = prediction;
  const shipped = blockers.length > 0 ? null : shippedSpeed(board, input, estimate, knowledge);
  const coldStart = coldStartOf(board, placed, prediction, knowledge);
  const heat = {
    power: toEnergy(board, placed, prediction, input, knowledge),
    thermal: thermalRemarks(board, knowledge),
  };
  const { facts, sources } = throughputFacts(
    { board, placed, others, prediction, shipped, coldStart, ...heat, blockers, assumed: assumed() },
    knowledge,
  );
  return {
    ...figures,
    names: namesOf(board, placed),
    coldStart,
    shipped,
    pace: paceOf(prediction, placed, knowledge),
    ...heat,
    verify: verifyWith(placed, board, promptTokens ?? defaultPromptTokens, knowledge),
    blockers,
    resolved: resolvedInput(board, placed, others, promptTokens ?? defaultPromptTokens, heat.power),
    assumptions: assumptionsOf(
      board,
      placed,
      promptTokens,
      [...remaining.assumptions, ...energyAssumptions(heat.power, input)],
      knowledge,
    ),
    facts,
    sources,
  };
}

/** A combination that cannot run has no speed. */
function blocked({ references }: Prediction): Prediction {
  const none = {
    ...noPromptTimes,
    decodeTokensPerSecond: null,
    aggregateTokensPerSecond: null,
    ceilingTokensPerSecond: null,
    boundBy: null,
    interval: null,
  } as const;
  return { ...none, pass: null, engine: null, evidence: "benchmark-required", references };
}

/** How fast does a model run on a board? */
export const estimateThroughput = defineTool({
  name: "estimate-throughput",
  description:
    "Decode and prompt speed of a model on a Jetson board in a power mode: expected value with interval, physical ceiling, nearest measurements.",
  input: ThroughputInput,
  run: throughputOf,
  digest: ({
    decodeTokensPerSecond,
    aggregateTokensPerSecond,
    ceilingTokensPerSecond,
    evidence,
    references,
    shipped,
    power,
    blockers,
    verify,
  }) => {
    const range = ({ low, expected, high }: Range) =>
      `${formatSpeed(expected)} (${formatSpeed(low)} to ${formatSpeed(high)})`;
    return [
      ...blockers.map(({ message }) => `blocked: ${message}`),
      decodeTokensPerSecond
        ? `decode ${range(decodeTokensPerSecond)}, evidence: ${evidence}`
        : `no speed: ${evidence}`,
      aggregateTokensPerSecond ? `all streams ${range(aggregateTokensPerSecond)}` : "",
      ceilingTokensPerSecond ? `ceiling ${formatSpeed(ceilingTokensPerSecond)}` : "",
      shipped ? `as shipped in ${shipped.powerMode}: ${range(shipped.decodeTokensPerSecond)}` : "",
      energyDigest(power),
      ...references
        .slice(0, 3)
        .map(
          ({ tokensPerSecond, distance, source }) =>
            `measured ${formatSpeed(tokensPerSecond)} ${distance} [${source}]`,
        ),
      decodeTokensPerSecond ? "" : `measure it: ${verify ?? "with the engine's own benchmark"}`,
    ]
      .filter((line) => line !== "")
      .join("\n");
  },
});
