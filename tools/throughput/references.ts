import type { Measurement } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type Board, isHighestMode } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { differences, distanceTo, isSameModule, sameConfiguration } from "./distance.ts";

/** A measured run near the question, with what differs in words. Value in tok/s. */
export type MeasuredReference = {
  id: string;
  distance: string;
  tokensPerSecond: number;
  metric: "decode" | "aggregate";
  device: string;
  /** True for the board asked for and for others with the same module. */
  sameModule: boolean;
  quantization: string;
  runtime: string;
  concurrency: number;
  speculation: string | null;
  note: string | null;
  confidence: string;
  plausible: boolean;
  coldStart: boolean;
  date: string | null;
  /** Tokens that were in the cache, where the source tells. */
  contextTokens: number | null;
  source: string;
};

const speeds = ["decode", "aggregate"];
/** How many runs an answer can take in. */
const shown = 6;

function isSpeed(metric: string): metric is "decode" | "aggregate" {
  return speeds.includes(metric);
}

/** A run and how far it is from the question. */
type Ranked = { row: Measurement; metric: MeasuredReference["metric"]; away: number };

/** The runs of the model, nearest first. */
function rank(board: Board, placed: Placed, knowledge: Knowledge): Ranked[] {
  const rows = placed.subject.id === null ? [] : knowledge.measurements(placed.subject.id);
  const ranked = rows.flatMap((row): Ranked[] => {
    const { metric } = row;
    return isSpeed(metric) ? [{ row, metric, away: distanceTo(row, board, placed, knowledge) }] : [];
  });
  return ranked.sort((a, b) => a.away - b.away || (a.row.id < b.row.id ? -1 : 1));
}

function toReference(
  { row, metric }: Ranked,
  board: Board,
  placed: Placed,
  knowledge: Knowledge,
): MeasuredReference {
  const { id, device, quantization, runtime, concurrency, confidence, plausible, coldStart, source } = row;
  const found = differences(row, board, placed, knowledge);
  return {
    id,
    distance: found.map(({ words }) => words).join(", ") || "same configuration",
    tokensPerSecond: row.value,
    metric,
    device,
    sameModule: isSameModule(board, device, knowledge),
    quantization,
    runtime,
    concurrency,
    speculation: row.speculation ?? null,
    note: row.note ?? null,
    confidence,
    plausible,
    coldStart,
    date: row.date ?? null,
    contextTokens: row.contextTokens ?? row.promptTokens ?? null,
    source,
  };
}

/** Two tables may print one run; it counts once, where it stands first. At most so many are looked for. */
export function withoutRepeats<Run>(
  runs: Iterable<Run>,
  keyOf: (run: Run) => string,
  most = Number.POSITIVE_INFINITY,
): Run[] {
  const unlike = new Map<string, Run>();
  for (const run of runs) {
    if (unlike.size >= most) break;
    const key = keyOf(run);
    if (!unlike.has(key)) unlike.set(key, run);
  }
  return [...unlike.values()];
}

/** Runs of the newest dated software, since older software was slower; all of them where no date is known. */
export function newest<Run extends { date?: string | null | undefined }>(runs: readonly Run[]): Run[] {
  const latest = runs
    .map(({ date }) => date ?? "")
    .sort()
    .at(-1);
  return runs.filter(({ date }) => (date ?? "") === latest);
}

/** The nearest measured runs, those that match the configuration, and what evidence these are. */
export type Found = {
  readonly references: MeasuredReference[];
  matches: readonly MeasuredReference[];
  evidence: "measured-here" | "measured-module" | null;
};

/** The nearest measured runs, and the speeds of those that match the configuration. */
export function findReferences(board: Board, placed: Placed, knowledge: Knowledge): Found {
  const ranked = rank(board, placed, knowledge);
  const reference = (each: Ranked) => toReference(each, board, placed, knowledge);
  const inWords = function* () {
    for (const each of ranked) yield reference(each);
  };
  const isHighest = isHighestMode(board);
  const same = ranked.filter(
    ({ row, away }) =>
      row.confidence !== "low" && away <= sameConfiguration && (row.powerMode !== undefined || isHighest),
  );
  const here = same.filter(({ row }) => row.device === board.id && row.powerMode !== undefined);
  const matches = newest((here.length > 0 ? here : same).map(reference));
  return {
    /** Put in words when they are first read: a sweep reads none. */
    get references() {
      return withoutRepeats(
        inWords(),
        ({ distance, tokensPerSecond }) => `${tokensPerSecond} ${distance}`,
        shown,
      );
    },
    matches,
    evidence: matches.length === 0 ? null : here.length > 0 ? "measured-here" : "measured-module",
  };
}
