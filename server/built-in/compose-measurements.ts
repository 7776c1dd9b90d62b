import type { Metric } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { NamedRun } from "../../tools/evidence/named-run.ts";
import type { FoundMeasurements } from "../../tools/find-measurements.ts";
import { calledIn } from "../../tools/placement/called-in.ts";
import { type Block, unique } from "./block.ts";

/** Runs of one search shown in the answer, and of one source among them; the tool's result has all. */
const shown = { runs: 8, ofSource: 3 } as const;

const metricWords: Partial<Record<Metric, string>> = {
  aggregate: "all streams",
  prefill: "prompt",
  "time-to-first-token": "first token",
  "vision-latency": "vision encoder",
  "frame-latency": "a frame",
  "file-size": "file",
  "process-memory": "memory of the process",
  "system-memory": "memory of the board",
};

/** What a run measured, in words. */
export function metricName(metric: Metric): string {
  return metricWords[metric] ?? metric.replaceAll("-", " ");
}

/** Format and engine of a run, where its source states them. */
export function engineOf({ names }: NamedRun): string {
  return [names.quantization, names.runtime].filter((name) => name !== null).join(", ");
}

function found({ name, resolved }: FoundMeasurements, knowledge: Knowledge): string {
  const { device } = resolved;
  if (device === undefined) return name;
  return `${name} on ${typeof device === "string" ? calledIn(knowledge.devices, device) : device.name}`;
}

/** What was searched, told apart where the words say so: the figure that was asked for. */
function counted(count: number, { resolved }: FoundMeasurements): string {
  const of = resolved.metric ? ` of ${metricName(resolved.metric)}` : "";
  return `${count} measured ${count === 1 ? "run" : "runs"}${of}`;
}

/** Who measured what was asked for, in a sentence: how many runs, or that nobody did. */
export function findingHeadline(finding: FoundMeasurements, knowledge: Knowledge): string {
  const { count, countOnBoard, measurements, name } = finding;
  const what = found(finding, knowledge);
  const here = countOnBoard ?? count;
  if (here > 0) {
    const elsewhere = count > here ? ` (${count} on all boards)` : "";
    const sources = unique(measurements.map(({ source }) => knowledge.source(source).title));
    const nearest = sources.slice(0, 2).join("; ");
    return `**Yes: ${counted(here, finding)} of ${what}** on record${elsewhere}, the nearest by ${nearest}.`;
  }
  if (count > 0)
    return `**Nobody on record measured ${what}.** Of ${name} there are ${counted(count, finding)} on other boards; the nearest are below.`;
  return measurements.length > 0
    ? `**Nobody on record measured ${what}.** The nearest are runs of models of about its size.`
    : `**Nobody on record measured ${what}**, and there is nothing near it either.`;
}

/** What differs, where the columns do not say it. */
function against({ distance, names }: NamedRun): string {
  if (distance.startsWith("the same")) return "nothing";
  return distance === `on ${names.device}` ? "the board" : distance;
}

function row(run: NamedRun, model: string, knowledge: Knowledge): string {
  const { metric, display, concurrency, names, source, plausible } = run;
  const isAlone = metric === "aggregate" && concurrency === 1;
  const cells = [
    `${display} ${isAlone ? "decode" : metricName(metric)}${plausible ? "" : ", **not to be believed**"}`,
    `${names.model === model ? "" : `${names.model}: `}${engineOf(run)}`,
    names.device ?? "any",
    run.conditions || "not stated",
    against(run),
    `${knowledge.source(source).title}${run.date ? `, ${run.date}` : ""}`,
  ];
  return `| ${cells.join(" | ")} |`;
}

/** The nearest runs, with room for every source that has some. */
function nearestOfEach(runs: readonly NamedRun[]): NamedRun[] {
  const told = new Map<string, number>();
  const varied = runs.filter(({ source }) => {
    const count = (told.get(source) ?? 0) + 1;
    told.set(source, count);
    return count <= shown.ofSource;
  });
  return (varied.length < 2 * shown.ofSource ? runs : varied).slice(0, shown.runs);
}

const head =
  "| measured | format, engine | board | conditions | what differs | source |\n|---|---|---|---|---|---|";

/** The nearest runs of each search with their conditions and what differs, in words. */
export function findingBlocks(findings: readonly FoundMeasurements[], knowledge: Knowledge): Block[] {
  return findings
    .filter(({ measurements }) => measurements.length > 0)
    .map((finding) => ({
      heading: `Measured runs nearest to ${found(finding, knowledge)}`,
      lines: [head, ...nearestOfEach(finding.measurements).map((run) => row(run, finding.name, knowledge))],
    }));
}
