import { type ClaimMetric, metricUnit } from "../../knowledge/claim-schema.ts";
import { Metric } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { displayFigure } from "../evidence/figures.ts";
import type { NamedRun } from "../evidence/named-run.ts";
import { activeSize, nearestRuns } from "../evidence/nearest-runs.ts";
import { toBoard } from "../placement/board.ts";
import { toPlaced } from "../placement/workload.ts";
import type { Aspect } from "../throughput/distance.ts";
import type { Claimed, ClaimInput } from "./claim-input.ts";
import { againstRange, type Reason } from "./judgement.ts";

const shown = 8;
/** Enough to see every run of a configuration. */
const looked = 100;

/** Runs near a claim: all shown, and those that can bear witness for or against it. */
export type Witnesses = { neighbours: NamedRun[]; witnesses: NamedRun[] };

/** The knowledge without what one document says itself, which cannot confirm its own claims. */
export function withoutSource(knowledge: Knowledge, source: string | undefined): Knowledge {
  if (source === undefined) return knowledge;
  const others = <Row extends { source: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.source !== source);
  return Object.create(knowledge, {
    measurements: { value: (model: string) => others(knowledge.measurements(model)) },
    allMeasurements: { value: () => others(knowledge.allMeasurements()) },
  });
}

function measuredMetric(metric: ClaimMetric): Metric | undefined {
  return Metric.safeParse(metric).data;
}

/** The measured runs nearest to a claim; a claim that leaves a condition open is compared with any. */
export function findWitnesses(input: ClaimInput, knowledge: Knowledge): Witnesses {
  const metric = measuredMetric(input.metric);
  if (input.model === undefined || metric === undefined) return { neighbours: [], witnesses: [] };
  const { model, device, quantization, runtime, contextTokens, concurrency, speculativeDecoding } = input;
  const placed = toPlaced(
    { model, quantization, runtime, contextTokens, concurrency, speculativeDecoding },
    knowledge,
  );
  const asked: Aspect[] = ["concurrency", "speculativeDecoding"];
  if (device !== undefined) asked.push("device", "powerMode");
  if (quantization !== undefined) asked.push("quantization");
  if (runtime !== undefined) asked.push("runtime");
  if (contextTokens !== undefined) asked.push("contextTokens");
  const { subject } = placed;
  const measured = { name: subject.name, runsAs: subject.id, activeBillions: activeSize(subject.record) };
  const board = toBoard(
    device ?? { name: "any board" },
    device === undefined ? undefined : input.powerMode,
    knowledge,
  );
  const question = { measured, board, conditions: placed, asked: new Set(asked), metric };
  const { runs } = nearestRuns(question, looked, knowledge);
  const witnesses = runs.filter((run) => run.sameConfiguration && run.confidence !== "low");
  return { neighbours: runs.slice(0, shown), witnesses };
}

/** Holds a claim against the span of the runs that bear witness; nothing where there are none. */
export function judgeMeasured(
  { metric }: ClaimInput,
  claimed: Claimed,
  witnesses: readonly NamedRun[],
  knowledge: Knowledge,
): Reason[] {
  const [first] = witnesses;
  if (!first) return [];
  const unit = metricUnit(metric);
  const rounding = knowledge.assumption("claim-rounding").value;
  const share = 1 + (unit === "B" ? 2 * rounding : knowledge.assumption("claim-neighbours").value);
  const values = witnesses.map(({ value }) => value).sort((a, b) => a - b);
  const [least = 0, most = 0] = [values[0], values.at(-1)];
  const expected = values[Math.floor(values.length / 2)] ?? least;
  const range = { low: least / share, expected, high: most * share };
  const span =
    least === most
      ? displayFigure(least, unit)
      : `${displayFigure(least, unit)} to ${displayFigure(most, unit)}`;
  const words =
    witnesses.length === 1
      ? `the ${span} measured`
      : `the ${displayFigure(expected, unit)} in the middle of ${witnesses.length} measured (${span})`;
  const more = { code: "above-measured", mild: unit === "ms" };
  const less = { code: "below-measured", mild: unit === "tok/s" };
  return [
    againstRange(claimed, { range, above: more, below: less, within: "as-measured", words }, unit, knowledge),
  ];
}
