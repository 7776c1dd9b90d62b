import type { Measurement } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";

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
  source: string;
};

function isSameModule(board: Board, device: string, knowledge: Knowledge): boolean {
  return board.id !== null && moduleOf(device, knowledge) === moduleOf(board.id, knowledge);
}

type Difference = { words: string; weight: number };

const speeds = ["decode", "aggregate"];
/** How many runs an answer can take in. */
const shown = 6;

function moduleOf(id: string, knowledge: Knowledge): string {
  return knowledge.devices.find(id)?.entry.value.sameModuleAs ?? id;
}

function differences(row: Measurement, board: Board, placed: Placed, knowledge: Knowledge): Difference[] {
  const found: Difference[] = [];
  const differ = (when: boolean, words: string, weight: number) => when && found.push({ words, weight });
  const sameModule = isSameModule(board, row.device, knowledge);
  if (row.device !== board.id) {
    const name = knowledge.devices.find(row.device)?.entry.value.name ?? row.device;
    differ(true, `on ${name}`, sameModule ? 1 : 16);
  }
  differ(row.quantization !== placed.quantization.id, `in ${row.quantization}`, 4);
  differ(row.runtime !== placed.runtime.id, `with ${row.runtime}`, 2);
  differ(row.concurrency !== placed.concurrency, `concurrency ${row.concurrency}`, 3);
  differ(
    Boolean(row.speculation) !== Boolean(placed.speculation),
    row.speculation ? `with ${row.speculation}` : "without speculative decoding",
    5,
  );
  differ(row.powerMode !== undefined && row.powerMode !== board.mode?.name, `in ${row.powerMode}`, 2);
  differ(row.powerMode === undefined, "power mode not stated", 0.5);
  differ(row.coldStart, "before warm-up", 5);
  differ(!row.plausible, "implausible: above the bandwidth ceiling", 50);
  return found;
}

function isSpeed(metric: string): metric is "decode" | "aggregate" {
  return speeds.includes(metric);
}

/** A run and how far it is from the question; 0 to 1 means the same configuration. */
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

/** Two tables may print one run; it counts once. */
function withoutRepeats(references: readonly MeasuredReference[]): MeasuredReference[] {
  const seen = new Set<string>();
  return references.filter(({ distance, tokensPerSecond }) => {
    const key = `${tokensPerSecond} ${distance}`;
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

/** The nearest measured runs, and the speeds of those that match the configuration. */
export function findReferences(board: Board, placed: Placed, knowledge: Knowledge) {
  const ranked = rank(board, placed, knowledge);
  const isHighestMode = board.mode === null || board.mode === board.record.powerModes[0];
  const same = ranked.filter(({ away, statesMode }) => away <= 1.5 && (statesMode || isHighestMode));
  const here = same.filter(({ reference, statesMode }) => reference.device === board.id && statesMode);
  const matches = newest((here.length > 0 ? here : same).map(({ reference }) => reference));
  return {
    references: withoutRepeats(ranked.map(({ reference }) => reference)).slice(0, shown),
    matches,
    evidence:
      matches.length === 0
        ? null
        : here.length > 0
          ? ("measured-here" as const)
          : ("measured-module" as const),
  };
}
