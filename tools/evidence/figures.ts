import type { ClaimUnit } from "../../knowledge/claim-schema.ts";
import type { Metric } from "../../knowledge/evidence-schema.ts";
import { formatBandwidth, formatBytes, formatDollars } from "../../knowledge/units.ts";
import type { FactUnit } from "../facts.ts";

/** The unit a fact states a figure in; what facts have no unit for is a plain number. */
export function factUnit(unit: ClaimUnit): FactUnit {
  return unit === "op/s" || unit === "Hz" || unit === "billions" ? "1" : unit;
}

/** Two decimals, and of what is below one, three digits. */
const plain = (amount: number): string =>
  String(Number(Math.abs(amount) < 1 ? amount.toPrecision(3) : amount.toFixed(2)));

/** A figure as its source printed it, near enough: only bytes are rounded to three digits. */
export function displayFigure(value: number, unit: ClaimUnit): string {
  if (unit === "B") return formatBytes(value);
  if (unit === "B/s") return formatBandwidth(value);
  if (unit === "USD") return value < 1 ? `${Number(value.toPrecision(2))} USD` : formatDollars(value);
  if (unit === "op/s") return `${plain(value / 1e12)} TOPS`;
  if (unit === "Hz") return `${plain(value / 1e6)} MHz`;
  if (unit === "billions") return `${plain(value)}B`;
  return unit === "1" ? plain(value) : `${plain(value)} ${unit}`;
}

/**
 * True where a run says something about the metric asked for; with one stream alone its decode speed and the
 * speed of all streams are the same.
 */
export function speaksOf(row: { metric: Metric; concurrency: number }, asked: Metric): boolean {
  if (row.metric === asked) return true;
  const eitherWay: readonly Metric[] = ["decode", "aggregate"];
  return row.concurrency === 1 && eitherWay.includes(row.metric) && eitherWay.includes(asked);
}
