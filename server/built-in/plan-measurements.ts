import type { Metric } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { modeOf } from "./plan-fit.ts";
import type { PlannedCall } from "./planned-call.ts";
import type { Reading } from "./reading.ts";

const who =
  /\b(?:who|anybody|anyone|somebody|someone|nobody|people|others)\b[^?.]*\b(?:measur|benchmark|test|tri|try|clock|report|publish|ran\b|run\b)/i;
const shown =
  /\b(?:show|list|give|find|any|are\s+there|is\s+there|what|which|known|published|real|actual)\b[^?.]*\b(?:benchmarks?|measurements?|measured|test\s+results|runs\s+on\s+record)\b/i;
/** "What speed did it reach": a run that somebody made. */
const reached = /\b(?:what|which)\b[^?.]*\bdid\b[^?.]*\b(?:reach|achieve|get)\b/i;
const leading = /^\W*(?:benchmarks?|measurements?|measured)\b/i;

/** What was measured, by the words of the question; left open where it says nothing. */
const metrics: readonly [Metric, RegExp][] = [
  ["time-to-first-token", /\bfirst\s+token\b|\bTTFT\b/i],
  ["prefill", /\bprefill\b|\bprompt\s+(?:processing|speed)\b/i],
  ["memory", /\bmemory\b|\bRAM\b/i],
  ["power", /\bpower\b(?!\s*mode)|\bwatts?\b|\bdraws?\b/i],
  ["decode", /\bdecode\b|\btok(?:en)?s?\s*(?:\/|per|a)\s*s|\bspeeds?\b|\bfast\b/i],
];

/** Runs fetched for each board: enough for several sources to have their say. */
const runs = 30;
const mostCalls = 6;

/** True where it is asked what others measured, and not what is to be expected. */
export function asksMeasurements(question: string): boolean {
  return [who, shown, reached, leading].some((pattern) => pattern.test(question));
}

/** A search of the measured runs for each model and board of a question that asks who measured; else undefined. */
export function planMeasurements(
  question: string,
  reading: Reading,
  knowledge: Knowledge,
): PlannedCall[] | undefined {
  const { models, boards, quantizations, runtimes, contextTokens, concurrency, eagle } = reading;
  if (models.length === 0 || reading.board || !asksMeasurements(question)) return undefined;
  const metric = metrics.find(([, pattern]) => pattern.test(question))?.[0];
  const settings = {
    ...(quantizations[0] && { quantization: quantizations[0] }),
    ...(runtimes[0] && { runtime: runtimes[0] }),
    ...(contextTokens && { contextTokens }),
    ...(concurrency && { concurrency }),
    ...(eagle && { speculativeDecoding: { method: "EAGLE-3" } }),
    ...(metric && { metric }),
  };
  const places =
    boards.length > 0 ? boards.map((device) => ({ device, ...modeOf(device, reading, knowledge) })) : [{}];
  return models
    .flatMap(({ reference }) =>
      places.map((place) => ({
        name: "find-measurements",
        input: { model: reference, ...place, ...settings, limit: runs },
      })),
    )
    .slice(0, mostCalls);
}
