import type { ClaimMetric } from "../../knowledge/claim-schema.ts";

/** A figure that a question doubts, in its own words. */
export type ReadClaim = { metric: ClaimMetric; value: string; isSpeed: boolean };

/** Words of somebody who has heard a figure and doubts it. */
const doubts =
  /\b(?:true|really|realistic\w*|plausible|believ\w+|credible|legit\w*|claim(?:s|ed|ing)?|sa(?:id|ys)|told|heard|read\s+that|reported(?:ly)?|correct|accurate|(?:can|could)\s+(?:that|this|it)\s+be|sounds?|too\s+good|makes?\s+sense|possible|impossible|physically|exaggerat\w*|bogus|fake)\b|\bright\s*\?/i;
/** "Can an Orin NX do 36.5 tok/s …": a question for yes or no about a speed. */
const yesOrNo =
  /^\W*(?:(?:so|and|but|well|hi|hello|please)\W+)*(?:can|could|does|do|will|would|is|are|did)\b|\b(?:can|could|will|would|does)\s+(?:an?|the|my|our|one|i|we|it)\b/i;

const amount = String.raw`(?<![\w.])(\d[\d,]*(?:\.\d+)?)\s?`;
const patterns = {
  bandwidth: new RegExp(`${amount}((?:GB|GiB)/s)`, "i"),
  speed: new RegExp(`${amount}(?:tok(?:en)?s?\\s*(?:/|per|a)\\s*s(?:ec(?:ond)?)?|t/s|tps)\\b`, "i"),
  time: new RegExp(`${amount}(ms|milliseconds?|s|seconds?)\\b`, "i"),
  operations: new RegExp(`${amount}(?:TOPS|TFLOPS)\\b`, "i"),
  size: new RegExp(`${amount}(GB|GiB|MB|MiB)\\b(?!/)`, "i"),
  dollars: new RegExp(`\\$\\s?(\\d[\\d,]*(?:\\.\\d+)?)|${amount}(?:USD|dollars|bucks)\\b`, "i"),
} as const;

function figure(text: string, pattern: RegExp): { amount: string; unit: string } | undefined {
  const match = pattern.exec(text);
  const found = match?.slice(1).find((group) => group !== undefined);
  return match && found ? { amount: found.replaceAll(",", ""), unit: match[2] ?? "" } : undefined;
}

/** "Llama 3.3 70B is 280 GB": a model's own size. */
const isSize = /\b(?:is|are|be|really|just|only)\s+(?:(?:about|only|really|just)\s+)?\d[\d,.]*\s?[GM]i?B\b/i;

/** What a size is the size of, by its words; undefined where it is only the board's or the user's own. */
function sizeMetric(question: string): ClaimMetric | undefined {
  if (/\bkv\b|\bcache\b/i.test(question)) return "kv-cache";
  if (/\b(?:files?|download|gguf)\b/i.test(question)) return "file-size";
  if (/\bweights?\b/i.test(question)) return "weights";
  if (/\b(?:needs?|takes?|uses?|requires?|memory|RAM|VRAM)\b/i.test(question)) return "memory";
  return isSize.test(question) ? "weights" : undefined;
}

function speedMetric(question: string, concurrency: number | undefined): ClaimMetric {
  if (/\bprefill|\bprompt\s+(?:processing|speed|eval\w*)/i.test(question)) return "prefill";
  const isOfAll = /\baggregate|\bin\s+total\b|\ball\s+streams\b|\btogether\b|\bthroughput\b/i.test(question);
  const isOfEach = /\beach\b|\bper\s+(?:user|stream|session|client)\b/i.test(question);
  return concurrency !== undefined && concurrency > 1 && (isOfAll || !isOfEach) ? "aggregate" : "decode";
}

const secondWords = /^s/i;

function readSpeed(question: string, concurrency: number | undefined): ReadClaim | undefined {
  const time = /\bfirst\s+token\b|\bTTFT\b/i.test(question) ? figure(question, patterns.time) : undefined;
  if (time) {
    const value = `${time.amount} ${secondWords.test(time.unit) ? "s" : "ms"}`;
    return { metric: "time-to-first-token", value, isSpeed: true };
  }
  const speed = figure(question, patterns.speed);
  return (
    speed && { metric: speedMetric(question, concurrency), value: `${speed.amount} tok/s`, isSpeed: true }
  );
}

function readOther(question: string, withoutBoards: string): ReadClaim | undefined {
  const bandwidth = figure(question, patterns.bandwidth);
  if (bandwidth)
    return { metric: "bandwidth", value: `${bandwidth.amount} ${bandwidth.unit}`, isSpeed: false };
  const operations = figure(question, patterns.operations);
  if (operations) {
    const metric = /\bFP4\b/i.test(question) ? "compute-fp4-sparse" : "compute-int8-sparse";
    return { metric, value: `${operations.amount} TOPS`, isSpeed: false };
  }
  const size = figure(withoutBoards, patterns.size);
  const metric = size && sizeMetric(question);
  if (size && metric) return { metric, value: `${size.amount} ${size.unit}`, isSpeed: false };
  const dollars = figure(question, patterns.dollars);
  return dollars && { metric: "price", value: `${dollars.amount} USD`, isSpeed: false };
}

/** Every amount of dollars in a question, in its order: two sources with two prices are both to be judged. */
export function claimedPrices(question: string): string[] {
  const pattern = new RegExp(patterns.dollars, "gi");
  return [...question.matchAll(pattern)].flatMap(([, before, after]) => {
    const found = before ?? after;
    return found ? [`${found.replaceAll(",", "")} USD`] : [];
  });
}

/**
 * The figure that a question wants judged: a speed that it asks about with yes or no, or any that it doubts.
 * `withoutBoards` is the question with the boards' names blanked, whose sizes are nobody's claim.
 */
export function readClaim(
  question: string,
  withoutBoards: string,
  concurrency: number | undefined,
): ReadClaim | undefined {
  const isDoubted = doubts.test(question);
  if (!isDoubted && !yesOrNo.test(question)) return undefined;
  const other = readOther(question, withoutBoards);
  const isOfBoard = other?.metric === "bandwidth" || other?.metric.startsWith("compute");
  return readSpeed(question, concurrency) ?? (isDoubted || isOfBoard ? other : undefined);
}
