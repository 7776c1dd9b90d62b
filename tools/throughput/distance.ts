import type { Measurement } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Device } from "../../knowledge/schema.ts";
import { formatCount } from "../../knowledge/units.ts";
import { type Board, isSameMode } from "../placement/board.ts";
import { defaultCacheType, type Placed } from "../placement/workload.ts";

/** The conditions of a run; `quality` is whether its figure can be taken at all, which no question leaves open. */
export type Aspect =
  | "device"
  | "powerMode"
  | "quantization"
  | "runtime"
  | "contextTokens"
  | "kvCacheType"
  | "concurrency"
  | "speculativeDecoding"
  | "quality";

/** One thing in which a measured run differs from the question, in words, and how much that matters. */
export type Difference = { aspect: Aspect; words: string; weight: number };

/** The conditions a run is compared with. */
export type Conditions = Pick<Placed, "contextTokens" | "concurrency" | "speculation"> & {
  quantization: { id: string };
  runtime: { id: string };
  /** Null where no type of cache is asked for. */
  cacheType: { id: string } | null;
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
  cacheType: 2,
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

/** Takes what differs; words are only made for those who read them, since most runs are merely ranked. */
type Notice = (aspect: Aspect, weight: number, words: () => string) => void;

function compareBoards(row: Measurement, board: Board, knowledge: Knowledge, notice: Notice): void {
  if (row.device === board.id) return;
  const other = knowledge.devices.find(row.device)?.entry.value;
  const alike = other !== undefined && runsAlike(other, board.record);
  const ofModule = alike ? weights.sameModule : weights.otherClocks;
  const weight = isSameModule(board, row.device, knowledge) ? ofModule : weights.otherBoard;
  notice("device", weight, () => `on ${other?.name ?? row.device}`);
}

/** How full the cache was, where that was far from the question; where the source does not tell, by assumption. */
function compareContexts(row: Measurement, asked: Conditions, knowledge: Knowledge, notice: Notice): void {
  const stated = row.contextTokens ?? row.promptTokens;
  const ratio = (stated ?? knowledge.assumption("unstated-context").value) / asked.contextTokens;
  if (ratio <= contextSpan && ratio >= 1 / contextSpan) return;
  notice("contextTokens", weights.context, () =>
    stated === undefined ? "context not stated" : `at ${formatCount(stated)} tokens of context`,
  );
}

/** Sources that do not tell their type of cache took the engine's own. */
function compareCacheTypes(
  { kvCacheType = defaultCacheType }: Measurement,
  asked: Conditions,
  notice: Notice,
): void {
  if (asked.cacheType !== null && kvCacheType !== asked.cacheType.id)
    notice("kvCacheType", weights.cacheType, () => `with a cache in ${kvCacheType}`);
}

function comparePowerModes({ powerMode }: Measurement, { mode }: Board, notice: Notice): void {
  if (powerMode === undefined) notice("powerMode", weights.unstatedMode, () => "power mode not stated");
  else if (!mode || !isSameMode(powerMode, mode.name))
    notice("powerMode", weights.powerMode, () => `in ${powerMode}`);
}

/** Why a figure may not be taken as it stands. */
function compareQuality({ coldStart, plausible, estimated, metric }: Measurement, notice: Notice): void {
  const isSpeed = metric === "decode" || metric === "aggregate";
  const implausible = isSpeed ? "implausible: above the bandwidth ceiling" : "implausible";
  if (coldStart) notice("quality", weights.cold, () => "before warm-up");
  if (!plausible) notice("quality", weights.implausible, () => implausible);
  if (estimated) notice("quality", weights.estimated, () => "computed by a tool, not measured");
}

/** What a measurement says of a format or an engine that its source leaves out. */
const unstated = "unstated";

/** Gives notice of everything in which a run differs from a configuration. */
function compare(
  row: Measurement,
  board: Board,
  asked: Conditions,
  knowledge: Knowledge,
  notice: Notice,
): void {
  const { speculation, quantization, runtime, concurrency } = row;
  compareBoards(row, board, knowledge, notice);
  if (quantization !== asked.quantization.id)
    notice("quantization", weights.quantization, () =>
      quantization === unstated ? "format not stated" : `in ${quantization}`,
    );
  if (runtime !== asked.runtime.id)
    notice("runtime", weights.runtime, () =>
      runtime === unstated ? "engine not stated" : `with ${runtime}`,
    );
  if (concurrency !== asked.concurrency)
    notice("concurrency", weights.concurrency, () => `concurrency ${concurrency}`);
  if (Boolean(speculation) !== Boolean(asked.speculation))
    notice("speculativeDecoding", weights.speculation, () =>
      speculation ? `with ${speculation}` : "without speculative decoding",
    );
  comparePowerModes(row, board, notice);
  compareContexts(row, asked, knowledge, notice);
  compareCacheTypes(row, asked, notice);
  compareQuality(row, notice);
}

/** Everything in which a run differs from a configuration; empty when it is the same. */
export function differences(
  row: Measurement,
  board: Board,
  asked: Conditions,
  knowledge: Knowledge,
): Difference[] {
  const found: Difference[] = [];
  compare(row, board, asked, knowledge, (aspect, weight, words) =>
    found.push({ aspect, words: words(), weight }),
  );
  return found;
}

/** How far a run is from a configuration: the weights of its differences added up. */
export function distanceTo(row: Measurement, board: Board, asked: Conditions, knowledge: Knowledge): number {
  let away = 0;
  compare(row, board, asked, knowledge, (_, weight) => {
    away += weight;
  });
  return away;
}
