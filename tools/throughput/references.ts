import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { differences, isSameModule, sameConfiguration } from "./distance.ts";

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
type Ranked = { reference: MeasuredReference; away: number; statesMode: boolean };

function rank(board: Board, placed: Placed, knowledge: Knowledge): Ranked[] {
  const rows = placed.subject.id === null ? [] : knowledge.measurements(placed.subject.id);
  const ranked = rows.flatMap((row): Ranked[] => {
    if (!isSpeed(row.metric)) return [];
    const found = differences(row, board, placed, knowledge);
    const { id, device, quantization, runtime, concurrency, confidence, plausible, source, metric } = row;
    const reference: MeasuredReference = {
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
      coldStart: row.coldStart,
      date: row.date ?? null,
      contextTokens: row.contextTokens ?? row.promptTokens ?? null,
      source,
    };
    return [
      {
        reference,
        away: found.reduce((sum, { weight }) => sum + weight, 0),
        statesMode: row.powerMode !== undefined,
      },
    ];
  });
  return ranked.sort((a, b) => a.away - b.away || (a.reference.id < b.reference.id ? -1 : 1));
}

/** Two tables may print one run; it counts once, where it stands first. */
export function withoutRepeats<Run>(runs: readonly Run[], keyOf: (run: Run) => string): Run[] {
  const seen = new Set<string>();
  return runs.filter((run) => {
    const key = keyOf(run);
    return !seen.has(key) && seen.add(key);
  });
}

/** Runs of the newest dated software, since older software was slower; all of them where no date is known. */
function newest(references: readonly MeasuredReference[]): MeasuredReference[] {
  const latest = references
    .map(({ date }) => date ?? "")
    .sort()
    .at(-1);
  return references.filter(({ date }) => (date ?? "") === latest);
}

/** The nearest measured runs, those that match the configuration, and what evidence these are. */
export type Found = {
  references: MeasuredReference[];
  matches: readonly MeasuredReference[];
  evidence: "measured-here" | "measured-module" | null;
};

/** The nearest measured runs, and the speeds of those that match the configuration. */
export function findReferences(board: Board, placed: Placed, knowledge: Knowledge): Found {
  const ranked = rank(board, placed, knowledge);
  const isHighestMode = board.mode === null || board.mode === board.record.powerModes[0];
  const same = ranked.filter(
    ({ reference, away, statesMode }) =>
      reference.confidence !== "low" && away <= sameConfiguration && (statesMode || isHighestMode),
  );
  const here = same.filter(({ reference, statesMode }) => reference.device === board.id && statesMode);
  const matches = newest((here.length > 0 ? here : same).map(({ reference }) => reference));
  return {
    references: withoutRepeats(
      ranked.map(({ reference }) => reference),
      ({ distance, tokensPerSecond }) => `${tokensPerSecond} ${distance}`,
    ).slice(0, shown),
    matches,
    evidence: matches.length === 0 ? null : here.length > 0 ? "measured-here" : "measured-module",
  };
}
