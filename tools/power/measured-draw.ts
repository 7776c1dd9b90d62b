import type { Measurement } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { interpolated } from "../formulas/energy.ts";
import { type Board, isHighestMode } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { differences, sameConfiguration } from "../throughput/distance.ts";
import { type Range, toRange } from "../throughput/range.ts";

/** A draw that runs of the same configuration measured, in watts; `isHere` where board and mode are those asked. */
export type MeasuredDraw = { watts: Range; isHere: boolean; source: string; text: string };

type Run = Measurement & { context: number };

function contextOf({ contextTokens, promptTokens }: Measurement, placed: Placed): number {
  return contextTokens ?? promptTokens ?? placed.contextTokens;
}

/** What a run differs in beside its context, in the weights of distances. */
function away(row: Measurement, board: Board, placed: Placed, knowledge: Knowledge): number {
  const found = differences(row, board, { ...placed, contextTokens: contextOf(row, placed) }, knowledge);
  return found
    .filter(({ aspect }) => aspect !== "contextTokens")
    .reduce((sum, { weight }) => sum + weight, 0);
}

/** Power runs of this configuration at whatever context, shortest first; the draw of one rail is not a board's. */
function runsOf(board: Board, placed: Placed, knowledge: Knowledge): Run[] {
  const rows = placed.subject.id === null ? [] : knowledge.measurements(placed.subject.id);
  const isHighest = isHighestMode(board);
  return rows
    .filter(({ metric, rail, confidence }) => metric === "power" && !rail && confidence !== "low")
    .filter(({ powerMode }) => powerMode !== undefined || isHighest)
    .filter((row) => away(row, board, placed, knowledge) <= sameConfiguration)
    .map((row) => ({ ...row, context: contextOf(row, placed) }))
    .sort((a, b) => a.context - b.context || (a.id < b.id ? -1 : 1));
}

/** The runs that enclose a context, or the one nearest to it. */
function enclosing(runs: readonly Run[], context: number): Run[] {
  const below = runs.findLast((run) => run.context <= context);
  const above = runs.find((run) => run.context >= context);
  return [below, above].filter((run) => run !== undefined);
}

function words(runs: readonly Run[]): string {
  const contexts = [...new Set(runs.flatMap(({ contextTokens }) => contextTokens ?? []))];
  const at = contexts.length === 0 ? "" : ` at ${contexts.join(" and ")} tokens of context`;
  const [{ note } = {}] = runs;
  return `measured${at}${note ? ` (${note})` : ""}; carrier, fan and adapter are not in it`;
}

/** The measured draw of a configuration, between the runs that enclose its context; the interval holds every run. */
export function measuredDraw(board: Board, placed: Placed, knowledge: Knowledge): MeasuredDraw | undefined {
  const runs = runsOf(board, placed, knowledge);
  const near = enclosing(runs, placed.contextTokens);
  const [first, last = first] = near;
  if (!first || !last) return undefined;
  const watts = interpolated(placed.contextTokens, [first.context, first.value], [last.context, last.value]);
  const { low, expected, high } = toRange(watts, knowledge.assumption("measured-power-interval").value);
  const values = runs.map(({ value }) => value);
  return {
    watts: { low: Math.min(low, ...values), expected, high: Math.max(high, ...values) },
    isHere: near.every(({ device, powerMode }) => device === board.id && powerMode !== undefined),
    source: first.source,
    text: words([...new Set(near)]),
  };
}
