import { metricUnit } from "../../knowledge/claim-schema.ts";
import type { Measurement, Metric } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Board } from "../placement/board.ts";
import {
  type Aspect,
  type Conditions,
  differences,
  isSameModule,
  sameConfiguration,
} from "../throughput/distance.ts";
import { withoutRepeats } from "../throughput/references.ts";
import { speaksOf } from "./figures.ts";
import { type NamedRun, toNamedRun } from "./named-run.ts";
import { type NearRun, toNearRun } from "./near-run.ts";

/** A model, how the records of runs name it (null when it is the user's own), and its active size where known. */
export type Measured = { name: string; runsAs: string | null; activeBillions: number | undefined };

/** What runs are compared with; aspects that are not `asked` do not count. */
export type RunQuestion = {
  measured: Measured;
  board: Board;
  conditions: Conditions;
  asked: ReadonlySet<Aspect>;
  metric: Metric | undefined;
};

/**
 * Runs by nearness; `ownModel` is false where nobody ran the model, and those of others stand in. `count` is of
 * the model itself, `countOnBoard` of those on the module asked for, or null where none is.
 */
export type NearestRuns = {
  runs: NamedRun[];
  count: number;
  countOnBoard: number | null;
  ownModel: boolean;
};

/** A model of twice or half the active size is as far away as two other weight formats. */
const weightOfDoubleSize = 8;

/** Of two runs equally far away the better attested one comes first. */
const doubt = { high: 0, medium: 0.25, low: 1.5 } as const;
/** Conditions a question can ask for. */
const conditionsInAll = 7;

type Ranked = { run: NearRun; away: number };

/** What sizes do not depend on: the clocks, and for parts of the model itself the board and the load. */
const boardless: readonly Metric[] = ["weights", "file-size", "kv-cache", "state"];
const loadless: readonly Metric[] = ["weights", "file-size"];
const load: readonly Aspect[] = ["contextTokens", "concurrency", "speculativeDecoding"];

function counts(aspect: Aspect, { metric }: Measurement, { asked, metric: wanted }: RunQuestion): boolean {
  if (aspect === "quality") return true;
  if (aspect === "powerMode" && metricUnit(metric) === "B") return false;
  if (aspect === "device" && wanted !== undefined && boardless.includes(metric)) return false;
  return asked.has(aspect) && !(load.includes(aspect) && loadless.includes(metric));
}

function rank(
  row: Measurement,
  question: RunQuestion,
  knowledge: Knowledge,
  before: string[],
  away = 0,
): Ranked {
  const found = differences(row, question.board, question.conditions, knowledge).filter(({ aspect }) =>
    counts(aspect, row, question),
  );
  const same =
    question.asked.size === conditionsInAll ? "same configuration" : "the same in all that was asked";
  const words = [...before, ...found.map((difference) => difference.words)];
  const apart = found.reduce((sum, { weight }) => sum + weight, away);
  const isSame = before.length === 0 && apart <= sameConfiguration;
  return {
    run: toNearRun(row, words.join(", ") || same, isSame),
    away: apart + doubt[row.confidence],
  };
}

/** Billions of parameters that a token passes through; undefined where the record does not say. */
export function activeSize(
  record: { activeBillions?: number | undefined; parametersBillions?: number | undefined } | undefined,
): number | undefined {
  return record?.activeBillions ?? record?.parametersBillions;
}

/** Runs of other models on the module asked for, each with how far its active size is away. */
function standIns(question: RunQuestion, wanted: number, knowledge: Knowledge): Ranked[] {
  const isThere = ({ device }: Measurement) =>
    !question.asked.has("device") || isSameModule(question.board, device, knowledge);
  const records = new Map(knowledge.models.entries.map(({ id, value }) => [id, value]));
  return knowledge.allMeasurements().flatMap((row) => {
    if (!isThere(row) || !isWanted(row, question, knowledge)) return [];
    const record = records.get(row.model);
    const size = activeSize(record);
    if (!record || !size) return [];
    const words = `${record.name}, ${Number(size.toPrecision(3))}B active instead of ${Number(wanted.toPrecision(3))}B`;
    const away = weightOfDoubleSize * Math.abs(Math.log2(size / wanted));
    return [rank(row, question, knowledge, [words], away)];
  });
}

/** Who asks for a board and for no metric wants runs on boards, not sizes of files or of caches elsewhere. */
function isWanted(row: Measurement, { metric, asked }: RunQuestion, knowledge: Knowledge): boolean {
  if (metric !== undefined) return speaksOf(row, metric);
  return !asked.has("device") || knowledge.devices.find(row.device) !== undefined;
}

/** The runs nearest to a question, and those of models of about its active size where nobody ran the model. */
export function nearestRuns(question: RunQuestion, limit: number, knowledge: Knowledge): NearestRuns {
  const { measured, board, asked } = question;
  const rows = measured.runsAs === null ? [] : knowledge.measurements(measured.runsAs);
  const own = rows.filter((row) => isWanted(row, question, knowledge));
  const here = own.filter(({ device }) => isSameModule(board, device, knowledge));
  const ranked =
    own.length > 0
      ? own.map((row) => rank(row, question, knowledge, []))
      : measured.activeBillions
        ? standIns(question, measured.activeBillions, knowledge)
        : [];
  const sorted = ranked.sort((a, b) => a.away - b.away || (a.run.id < b.run.id ? -1 : 1));
  const runs = withoutRepeats(
    sorted.map(({ run }) => run),
    ({ metric, value, device, distance }) => `${metric} ${value} ${device} ${distance}`,
  );
  return {
    runs: runs.slice(0, limit).map((run) => toNamedRun(run, knowledge)),
    count: own.length,
    countOnBoard: asked.has("device") ? here.length : null,
    ownModel: own.length > 0,
  };
}
