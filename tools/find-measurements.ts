import { z } from "zod";
import { Metric } from "../knowledge/evidence-schema.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { canonicalName } from "../knowledge/names.ts";
import { Model, type Workload } from "../knowledge/schema.ts";
import { digestLines } from "./digest/digest-lines.ts";
import { factUnit } from "./evidence/figures.ts";
import type { NamedRun } from "./evidence/named-run.ts";
import { activeSize, type Measured, type NearestRuns, nearestRuns } from "./evidence/nearest-runs.ts";
import { createFactBook } from "./facts.ts";
import { fields } from "./offered/fields.ts";
import { type Board, toBoard } from "./placement/board.ts";
import { toFormat } from "./placement/format.ts";
import { Reference, toSubject } from "./placement/subject.ts";
import { WorkloadInput } from "./placement/workload.ts";
import type { Aspect, Conditions } from "./throughput/distance.ts";
import { defineTool, type ToolResult } from "./tool.ts";

const { quantization, runtime, contextTokens, concurrency, speculativeDecoding } = WorkloadInput.shape;

/** A configuration, as far as it matters to the caller; what is left out matches anything. */
export const FindMeasurementsInput = z.strictObject({
  model: Reference.describe("model or detector, for example llama-3.1-8b"),
  device: Reference.optional().describe("board, for example agx-orin-64gb"),
  powerMode: z.string().max(200).optional().describe("nvpmodel name such as MAXN or 30W"),
  ...{ quantization, runtime, contextTokens, concurrency, speculativeDecoding },
  metric: Metric.optional(),
  limit: z.int().min(1).max(100).optional().describe("how many runs, 8 when left out"),
});
export type FindMeasurementsInput = z.infer<typeof FindMeasurementsInput>;

/** Measured runs, nearest first; `count` is how many there are of the model itself, anywhere. */
export type FoundMeasurements = ToolResult & {
  measurements: NamedRun[];
  count: number;
  /** How many of them are on the board asked for, whatever its clocks; null where none is asked for. */
  countOnBoard: number | null;
  /** The model as people name it. */
  name: string;
  resolved: FindMeasurementsInput;
  assumptions: string[];
};

const defaultLimit = 8;
const digestRuns = 5;

type Asked = Exclude<Aspect, "quality" | "kvCacheType">;

const askable: readonly Asked[] = [
  "device",
  "powerMode",
  "quantization",
  "runtime",
  "contextTokens",
  "concurrency",
  "speculativeDecoding",
];
const aspectWords: Readonly<Record<Asked, string>> = {
  device: "board",
  powerMode: "power mode",
  quantization: "format",
  runtime: "engine",
  contextTokens: "context",
  concurrency: "1 stream",
  speculativeDecoding: "no speculative decoding",
};
/** What is taken as is usual where it is left out: a run of eight streams does not answer for one. */
const usual: readonly Asked[] = ["concurrency", "speculativeDecoding"];
/** A model and the kind of engine it needs. */
type Subject = Measured & { kind: (Model | Workload)["kind"]; reference: Reference; assumptions: string[] };

/** A model of the catalogue or given inline, or one outside of it that somebody ran all the same. */
function toMeasured(reference: Reference, knowledge: Knowledge): Subject {
  const isKnown =
    typeof reference !== "string" ||
    knowledge.models.find(reference) !== undefined ||
    knowledge.models.findFamily(reference).length > 0;
  const isSame = ({ model }: { model: string }) =>
    typeof reference === "string" && canonicalName(model) === canonicalName(reference);
  const outside = isKnown ? undefined : knowledge.allMeasurements().find(isSame);
  if (outside) {
    const { model: name } = outside;
    const assumptions = [`${name} stands in measured runs only, not in the catalogue`];
    return { name, runsAs: name, activeBillions: undefined, kind: "llm", reference: name, assumptions };
  }
  const subject = toSubject(reference, knowledge.models, (raw) => Model.safeParse(raw));
  const { id, name, record, assumptions } = subject;
  const size = activeSize(record);
  return {
    ...{ name, runsAs: id, activeBillions: size, kind: record.kind },
    ...{ reference: subject.reference, assumptions },
  };
}

/** What no run is compared with. */
const anything = { id: "any" };

/** The conditions asked for; a field left out holds a value that nothing is compared with. */
function toConditions(
  input: FindMeasurementsInput,
  { kind, name }: Subject,
  knowledge: Knowledge,
): Conditions & { assumptions: string[] } {
  const format = input.quantization === undefined ? undefined : toFormat(input, kind, name, knowledge);
  const engine = input.runtime === undefined ? anything : knowledge.runtimes.get(input.runtime).entry;
  return {
    quantization: format?.quantization ?? anything,
    runtime: engine,
    contextTokens: input.contextTokens ?? 1,
    cacheType: null,
    concurrency: input.concurrency ?? 1,
    speculation: input.speculativeDecoding ?? null,
    assumptions: format?.assumptions.filter((text) => text.includes("means")) ?? [],
  };
}

/** The board asked for in the mode asked for; without one nothing is compared with it. */
function toAskedBoard({ device, powerMode }: FindMeasurementsInput, knowledge: Knowledge): Board {
  const board = toBoard(device ?? { name: "any board" }, device ? powerMode : undefined, knowledge);
  // The highest mode is not assumed here: a run in any mode is an answer.
  return powerMode === undefined
    ? { ...board, assumptions: board.assumptions.filter((text) => !text.startsWith("power mode")) }
    : board;
}

function factsOf(subject: Subject, { runs, count, countOnBoard }: NearestRuns, knowledge: Knowledge) {
  const book = createFactBook(subject.name, knowledge);
  const counted = { label: "measured runs on record", unit: "1" } as const;
  book.computed("runs", { ...counted, value: count }, "counted", []);
  if (countOnBoard !== null)
    book.computed("runs-on-board", { ...counted, value: countOnBoard }, "counted", []);
  for (const { id, metric, value, unit, display, distance, names, source } of runs) {
    const label = `measured ${metric}, ${distance}`;
    book.cited(
      `measured-${id}`,
      { label, value, unit: factUnit(unit), display },
      source,
      `${names.model} on ${names.device ?? "any board"}`,
    );
  }
  return { facts: book.facts, sources: book.sources() };
}

function noneWords({ name, activeBillions }: Subject, metric: Metric | undefined, found: number): string[] {
  const what = metric ? `the ${metric} of ${name}` : name;
  const others = found > 0 ? ", so these are runs of models of about its active size" : "";
  const size = activeBillions === undefined ? " and its size is unknown" : "";
  return [`nobody on record measured ${what}${others || size}`];
}

function run(input: FindMeasurementsInput, knowledge: Knowledge): FoundMeasurements {
  const subject = toMeasured(input.model, knowledge);
  const board = toAskedBoard(input, knowledge);
  const conditions = toConditions(input, subject, knowledge);
  const asked = askable.filter((aspect) => input[aspect] !== undefined || usual.includes(aspect));
  const open = askable.filter((aspect) => !asked.includes(aspect)).map((aspect) => aspectWords[aspect]);
  const filled = usual.filter((aspect) => input[aspect] === undefined).map((aspect) => aspectWords[aspect]);
  const { metric, limit = defaultLimit } = input;
  const question = { measured: subject, board, conditions, asked: new Set<Aspect>(asked), metric };
  const found = nearestRuns(question, limit, knowledge);
  const { runs, count, countOnBoard, ownModel } = found;
  const { quantization: format, runtime: engine } = conditions;
  return {
    measurements: runs,
    count,
    countOnBoard,
    name: subject.name,
    resolved: {
      ...input,
      concurrency: conditions.concurrency,
      model: subject.reference,
      ...(input.device && { device: board.reference }),
      ...(input.powerMode && board.mode && { powerMode: board.mode.name }),
      ...(input.quantization && { quantization: format.id }),
      ...(input.runtime && { runtime: engine.id }),
      limit,
    },
    assumptions: [
      ...subject.assumptions,
      ...board.assumptions,
      ...conditions.assumptions,
      ...filled,
      ...(open.length > 0 ? [`left open, so any is taken: ${open.join(", ")}`] : []),
      ...(ownModel ? [] : noneWords(subject, metric, runs.length)),
    ],
    ...factsOf(subject, found, knowledge),
  };
}

const nameOf = (reference: Reference | undefined) =>
  typeof reference === "string" ? reference : reference?.name;

/** A run in a line: figure, model, format, engine, board, conditions, source. */
function runDigest({ metric, display, model, quantization, runtime, device, ...run }: NamedRun): string {
  const streams = run.concurrency > 1 ? `, ${run.concurrency} streams` : "";
  const conditions = run.conditions ? `, ${run.conditions}` : "";
  return `${metric} ${display}: ${model} ${quantization} in ${runtime} on ${device}${streams}${conditions} [${run.source}]`;
}

/** What did people measure nearest to a configuration? */
export const findMeasurements = defineTool({
  name: "find-measurements",
  description:
    "The measured runs nearest to a configuration (speed, prompt speed, memory, frame time, power), each with its conditions, its source and what differs in words.",
  input: FindMeasurementsInput,
  example: { model: "qwen3-8b", device: "agx-orin-64gb" },
  offered: z.strictObject({
    model: fields.model,
    device: fields.device.optional(),
    powerMode: fields.powerMode,
    quantization: fields.quantization,
    runtime: fields.runtime,
    metric: z
      .enum(["decode", "prefill", "time-to-first-token", "memory", "frame-latency", "power"])
      .optional(),
  }),
  run,
  digest: ({ measurements, count, countOnBoard, name, resolved, assumptions }) =>
    digestLines([
      `${count} runs of ${name} on record${countOnBoard === null ? "" : `, ${countOnBoard} of them on ${nameOf(resolved.device)}`}`,
      ...assumptions.filter((text) => text.startsWith("nobody")),
      ...measurements.slice(0, digestRuns).map(runDigest),
      ...assumptions.slice(-1),
    ]),
});
