import { AppError } from "../knowledge/errors.ts";
import type { Measurement } from "../knowledge/evidence-schema.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { type Board, toBoard } from "../tools/placement/board.ts";
import { type Placed, toPlaced } from "../tools/placement/workload.ts";
import { newest } from "../tools/throughput/references.ts";

/** A measured run as a question to the tools. */
export type Run = { row: Measurement; board: Board; placed: Placed };

/** True for what can teach or test: believable, and of some confidence. */
export function isTrusted({ plausible, confidence }: Measurement): boolean {
  return plausible && confidence !== "low";
}

/** Tokens a second of all streams together: a decode figure is that of one of them. */
export function aggregateSpeed({ metric, value, concurrency }: Measurement): number {
  return metric === "decode" ? value * concurrency : value;
}

/** Tokens in the cache of a run; where its source does not tell, few, since such benchmarks start empty. */
export function runContext(row: Measurement, knowledge: Knowledge): number {
  const stated = row.contextTokens ?? row.promptTokens;
  return Math.max(1, stated ?? knowledge.assumption("unstated-run-cache").value);
}

function toRun(row: Measurement, knowledge: Knowledge): Run | undefined {
  const { model, quantization, runtime, concurrency } = row;
  try {
    const board = toBoard(row.device, row.powerMode, knowledge);
    const contextTokens = runContext(row, knowledge);
    const placed = toPlaced({ model, quantization, runtime, contextTokens, concurrency }, knowledge);
    return { row, board, placed };
  } catch (error) {
    // What is not in the catalogue cannot be asked for.
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

/** Two tables may print one run, and later software replaces earlier: one run for each configuration and value. */
function distinct(rows: readonly Measurement[]): Measurement[] {
  const configuration = (row: Measurement) =>
    JSON.stringify([
      row.device,
      row.powerMode,
      row.model,
      row.quantization,
      row.runtime,
      row.contextTokens ?? row.promptTokens,
      row.concurrency,
      row.metric,
      row.speculation,
    ]);
  const groups = Map.groupBy(rows, configuration);
  return [...groups.values()].flatMap((group) => {
    const current = newest(group);
    const values = current.map(({ value }) => value);
    return current.filter(({ value }, index) => values.indexOf(value) === index);
  });
}

/** The runs of a metric that can teach or test: plausible, warm, of some confidence, of a board and model on record. */
export function usableRuns(knowledge: Knowledge, metrics: readonly Measurement["metric"][]): Run[] {
  const rows = knowledge
    .allMeasurements()
    .filter(({ metric }) => metrics.includes(metric))
    .filter((row) => isTrusted(row) && !row.coldStart);
  return distinct(rows).flatMap((row) => toRun(row, knowledge) ?? []);
}
