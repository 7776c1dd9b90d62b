import type { Measurement } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Device } from "../../knowledge/schema.ts";
import { type Board, isSameMode } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";

/** The conditions of a run; `quality` is whether its figure can be taken at all, which no question leaves open. */
export type Aspect =
  | "device"
  | "powerMode"
  | "quantization"
  | "runtime"
  | "contextTokens"
  | "concurrency"
  | "speculativeDecoding"
  | "quality";

/** One thing in which a measured run differs from the question, in words, and how much that matters. */
export type Difference = { aspect: Aspect; words: string; weight: number };

/** The conditions a run is compared with. */
export type Conditions = Pick<Placed, "contextTokens" | "concurrency" | "speculation"> & {
  quantization: { id: string };
  runtime: { id: string };
};

/** Weights of differences; up to {@link sameConfiguration} in all a run stands for the question itself. */
const weights = {
  otherBoard: 16,
  otherClocks: 8,
  sameModule: 1,
  quantization: 4,
  runtime: 2,
  concurrency: 3,
  speculation: 5,
  powerMode: 2,
  unstatedMode: 0.5,
  context: 2,
  cold: 5,
  implausible: 50,
  estimated: 50,
} as const;

/** Same board or module, format, engine, load and about the same context; the power mode may be unstated. */
export const sameConfiguration = weights.sameModule + weights.unstatedMode;

/** A run with more or less than this times the context is not the same configuration. */
const contextSpan = 2;

/** The module behind a board's id or alias; what is not on record is its own. */
export function moduleOf(name: string, knowledge: Knowledge): string {
  const board = knowledge.devices.find(name)?.entry;
  return board?.value.sameModuleAs ?? board?.id ?? name;
}

/** True for the board asked for and for others with the same module, whatever their clocks. */
export function isSameModule(board: Board, device: string, knowledge: Knowledge): boolean {
  return board.id !== null && moduleOf(device, knowledge) === moduleOf(board.id, knowledge);
}

/** A kit and its module run alike; an original board and its Super flash do not. */
function runsAlike(a: Device, b: Device): boolean {
  return a.bandwidth === b.bandwidth && a.gpu.maxClock === b.gpu.maxClock;
}

function boardDifference(row: Measurement, board: Board, knowledge: Knowledge): Difference[] {
  if (row.device === board.id) return [];
  const other = knowledge.devices.find(row.device)?.entry.value;
  const words = `on ${other?.name ?? row.device}`;
  const aspect = "device";
  if (!isSameModule(board, row.device, knowledge)) return [{ aspect, words, weight: weights.otherBoard }];
  const alike = other !== undefined && runsAlike(other, board.record);
  return [{ aspect, words, weight: alike ? weights.sameModule : weights.otherClocks }];
}

/** How full the cache was, where that was far from the question; where the source does not tell, by assumption. */
function contextDifference(
  row: Measurement,
  { contextTokens }: Conditions,
  knowledge: Knowledge,
): Difference[] {
  const stated = row.contextTokens ?? row.promptTokens;
  const ratio = (stated ?? knowledge.assumption("unstated-context").value) / contextTokens;
  if (ratio <= contextSpan && ratio >= 1 / contextSpan) return [];
  const words =
    stated === undefined ? "context not stated" : `at ${stated.toLocaleString("en-US")} tokens of context`;
  return [{ aspect: "contextTokens", words, weight: weights.context }];
}

/** What a measurement says of a format or an engine that its source leaves out. */
const unstated = "unstated";

/** Why a figure may not be taken as it stands. */
function qualityDifferences({ coldStart, plausible, estimated, metric }: Measurement): Difference[] {
  const found: Difference[] = [];
  const isSpeed = metric === "decode" || metric === "aggregate";
  const implausible = isSpeed ? "implausible: above the bandwidth ceiling" : "implausible";
  if (coldStart) found.push({ aspect: "quality", words: "before warm-up", weight: weights.cold });
  if (!plausible) found.push({ aspect: "quality", words: implausible, weight: weights.implausible });
  if (estimated)
    found.push({ aspect: "quality", words: "computed by a tool, not measured", weight: weights.estimated });
  return found;
}

/** Everything in which a run differs from a configuration; empty when it is the same. */
export function differences(
  row: Measurement,
  board: Board,
  asked: Conditions,
  knowledge: Knowledge,
): Difference[] {
  const found = boardDifference(row, board, knowledge);
  const differ = (when: boolean, aspect: Aspect, words: string, weight: number) =>
    when && found.push({ aspect, words, weight });
  const { powerMode, speculation, quantization, runtime, concurrency } = row;
  const format = quantization === unstated ? "format not stated" : `in ${quantization}`;
  const engine = runtime === unstated ? "engine not stated" : `with ${runtime}`;
  differ(quantization !== asked.quantization.id, "quantization", format, weights.quantization);
  differ(runtime !== asked.runtime.id, "runtime", engine, weights.runtime);
  const load = concurrency !== asked.concurrency;
  differ(load, "concurrency", `concurrency ${concurrency}`, weights.concurrency);
  const draft = speculation ? `with ${speculation}` : "without speculative decoding";
  const drafts = Boolean(speculation) !== Boolean(asked.speculation);
  differ(drafts, "speculativeDecoding", draft, weights.speculation);
  const isOtherMode = powerMode !== undefined && !(board.mode && isSameMode(powerMode, board.mode.name));
  differ(isOtherMode, "powerMode", `in ${powerMode}`, weights.powerMode);
  differ(powerMode === undefined, "powerMode", "power mode not stated", weights.unstatedMode);
  found.push(...contextDifference(row, asked, knowledge), ...qualityDifferences(row));
  return found;
}
