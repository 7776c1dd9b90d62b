import type { Metric } from "../../knowledge/evidence-schema.ts";
import { formatBytes } from "../../knowledge/units.ts";

/** Base unit of what a run measured. */
export type MetricUnit = "tok/s" | "ms" | "B" | "W";

const speeds: readonly Metric[] = ["decode", "aggregate", "prefill"];
const times: readonly Metric[] = ["time-to-first-token", "vision-latency", "frame-latency"];

/** The unit of a metric's values: tok/s for speeds, ms for times, W for power, else B. */
export function metricUnit(metric: Metric): MetricUnit {
  if (speeds.includes(metric)) return "tok/s";
  if (times.includes(metric)) return "ms";
  return metric === "power" ? "W" : "B";
}

/** A measured value as its source printed it: nothing is rounded but bytes. */
export function displayMeasured(value: number, unit: MetricUnit): string {
  return unit === "B" ? formatBytes(value) : `${Number(value.toFixed(2))} ${unit}`;
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
