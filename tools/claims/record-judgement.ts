import { type ClaimMetric, metricUnit } from "../../knowledge/claim-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Device } from "../../knowledge/schema.ts";
import { GIB } from "../../knowledge/units.ts";
import { displayFigure, factUnit } from "../evidence/figures.ts";
import { createFactBook } from "../facts.ts";
import { type Board, toBoard } from "../placement/board.ts";
import { isLanguageModel, toPlaced } from "../placement/workload.ts";
import type { Claimed, ClaimInput } from "./claim-input.ts";
import { claimedWords, factorWords, type Judgement, noJudgement, type Reason } from "./judgement.ts";

const tera = 1e12;
const scaled = (value: number | undefined, factor: number) =>
  value === undefined ? undefined : value * factor;
const watts = ({ powerModes }: Device) => powerModes.flatMap((mode) => mode.watts ?? []);

/** What a record says of a board's figure, in the metric's base unit, and the record's field. */
const readings: Readonly<
  Partial<Record<ClaimMetric, { field: keyof Device; read(board: Board): number | undefined }>>
> = {
  bandwidth: { field: "bandwidth", read: ({ record, mode }) => mode?.bandwidth ?? record.bandwidth },
  "memory-capacity": { field: "memory", read: ({ record }) => record.memory },
  "compute-int8-sparse": {
    field: "compute",
    read: ({ record }) => scaled(record.compute.int8SparseTops, tera),
  },
  "compute-fp4-sparse": {
    field: "compute",
    read: ({ record }) => scaled(record.compute.fp4SparseTflops, tera),
  },
  "gpu-clock": { field: "gpu", read: ({ record }) => record.gpu.maxClock },
  "cuda-cores": { field: "gpu", read: ({ record }) => record.gpu.cudaCores },
  "cpu-cores": {
    field: "cpu",
    read: ({ record }) => Number(/^\d+/.exec(record.cpu ?? "")?.[0]) || undefined,
  },
  "power-limit": { field: "powerModes", read: ({ record }) => Math.max(...watts(record)) },
  "lowest-power": { field: "powerModes", read: ({ record }) => Math.min(...watts(record)) },
};

/** A board is sold by the GB and holds GiB. */
const soldSlack = 0.08;

/** Metrics that a board's or a model's record answers. */
export function isRecordMetric(metric: ClaimMetric): boolean {
  return metric in readings || metric === "parameters";
}

/** A figure of a record, who stands behind it, and what it is about. */
type Recorded = { value: number; source: string; about: string };

function boardFigure({ device, powerMode, metric }: ClaimInput, knowledge: Knowledge): Recorded | undefined {
  const reading = readings[metric];
  if (device === undefined || !reading) return undefined;
  const board = toBoard(device, powerMode, knowledge);
  const value = reading.read(board);
  if (board.id === null || value === undefined || !Number.isFinite(value)) return undefined;
  const source = board.provenance[reading.field]?.source ?? board.record.source?.[0] ?? "user";
  return { value, source, about: board.name };
}

function modelFigure({ model }: ClaimInput, knowledge: Knowledge): Recorded | undefined {
  if (model === undefined) return undefined;
  const { subject } = toPlaced({ model }, knowledge);
  const value = isLanguageModel(subject.record) ? subject.record.parametersBillions : undefined;
  if (subject.id === null || value === undefined) return undefined;
  const source = subject.provenance.parametersBillions?.source ?? subject.record.source?.[0] ?? "user";
  return { value, source, about: subject.name };
}

function compare({ metric }: ClaimInput, claimed: Claimed, recorded: Recorded, knowledge: Knowledge): Reason {
  const unit = metricUnit(metric);
  const slack = metric === "memory-capacity" ? soldSlack : knowledge.assumption("claim-rounding").value;
  const { value, about } = recorded;
  const isAlike = claimed.low <= value * (1 + slack) && claimed.high >= value * (1 - slack);
  const middle = (claimed.low + claimed.high) / 2;
  const figure = metric === "memory-capacity" ? `${value / GIB} GiB` : displayFigure(value, unit);
  const said = `On record ${about} has ${figure} (${metric}); claimed are ${claimedWords(claimed, unit)}`;
  if (isAlike) return { code: "as-on-record", message: `${said}.`, verdict: "consistent" };
  const message = `${said}, ${factorWords(middle / value)} × that.`;
  // A mode nobody recorded may exist, so power is not held against a claim as a data sheet's figure is.
  return { code: "contradicts-record", message, verdict: unit === "W" ? "doubtful" : "implausible" };
}

/** Holds a figure of a board or a model against its record. */
export function judgeRecord(input: ClaimInput, claimed: Claimed, knowledge: Knowledge): Judgement {
  const { metric } = input;
  const recorded = metric === "parameters" ? modelFigure(input, knowledge) : boardFigure(input, knowledge);
  if (!recorded) return noJudgement;
  const { value, source, about } = recorded;
  const book = createFactBook(about, knowledge);
  const unit = metricUnit(metric);
  const quantity = {
    label: `${metric} on record`,
    value,
    unit: factUnit(unit),
    display: displayFigure(value, unit),
  };
  book.cited("on-record", quantity, source);
  return {
    ...noJudgement,
    reasons: [compare(input, claimed, recorded, knowledge)],
    estimate: { low: value, expected: value, high: value },
    facts: book.facts,
    sources: [source],
  };
}
