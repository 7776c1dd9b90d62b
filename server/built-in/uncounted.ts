import { listed } from "./block.ts";
import type { PlannedCall } from "./planned-call.ts";
import type { Reading } from "./reading.ts";

/** Tools whose answer leaves something out if it was not handed to them. */
const counting = [
  "memory-fit",
  "estimate-throughput",
  "stream-capacity",
  "compare-devices",
  "plan-system",
  "fleet-cost",
  "decision-tree",
];

type Slot =
  | "contextTokens"
  | "concurrency"
  | "streams"
  | "images"
  | "promptTokens"
  | "kvCacheType"
  | "dollars"
  | "watts"
  | "requestsPerDay";

/** What a question may state, in words, and the fields of calls that take it up. */
const slots: readonly { name: Slot; words: string; fields: readonly string[] }[] = [
  { name: "contextTokens", words: "the length of context", fields: ["contextTokens", "contexts"] },
  { name: "concurrency", words: "the number of users at once", fields: ["concurrency"] },
  { name: "streams", words: "the cameras", fields: ["streams"] },
  { name: "images", words: "the images", fields: ["images"] },
  { name: "promptTokens", words: "the length of the prompt", fields: ["promptTokens", "maxInputTokens"] },
  { name: "kvCacheType", words: "the type of KV cache", fields: ["kvCacheType", "kvCacheTypes"] },
  { name: "dollars", words: "the budget", fields: ["budgetUsd"] },
  { name: "watts", words: "the watts", fields: ["powerBudgetWatts", "powerMode"] },
  { name: "requestsPerDay", words: "the requests a day", fields: ["requestsPerDay"] },
];

/** Every field of an input, however deep it stands. */
function fieldsOf(input: unknown): string[] {
  if (Array.isArray(input)) return input.flatMap(fieldsOf);
  if (typeof input !== "object" || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) => [name, ...fieldsOf(value)]);
}

/** What the turn itself states and no call takes up: an answer that passed over it in silence would mislead. */
function unusedSlots(own: Reading, calls: readonly PlannedCall[]): string[] {
  const used = new Set(calls.flatMap(({ input }) => fieldsOf(input)));
  return slots
    .filter(({ name, fields }) => own[name] !== undefined && !fields.some((field) => used.has(field)))
    .map(({ words }) => words);
}

type Remark = { when: RegExp; unless?: RegExp; of: readonly string[]; say: string };

const judged = ["memory-fit", "estimate-throughput"];
const cameras = ["stream-capacity"];

/** Matters that no tool counts, each said where a question speaks of it and an answer is computed. */
const remarks: readonly Remark[] = [
  {
    when: /\b(?:3[3-9]|[4-9]\d|[1-9]\d{2,})\s*(?:[x×]\s*(?=[a-z])|(?:copies|instances)\s+of\b)/i,
    of: judged,
    say: "So many copies on one board are not counted: the verdict is of one.",
  },
  {
    when: /\b(?:[2-9]|\d\d|two|three|four|five|six|eight|several|multiple)\s*(?:x\s*|×\s*)?(?:of\s+(?:the|these|those)\s+)?(?:NVIDIA\s+|Jetson\s+|AGX\s+)*(?:(?:Orin|Xavier)(?:\s+(?:Nano|NX))?|Thor|Nano|Jetson)s\b|\bcluster\b/i,
    of: judged,
    say: "Each board is judged alone: a model spread over several boards is not sized here.",
  },
  {
    when: /\b(?:[48]k|2160p|1440p|uhd|\d+\s?MP)\b[^.?!]*\b(?:cameras?|cams?|streams?|feeds?|video)\b|\b(?:cameras?|cams?|streams?|feeds?|video)\b[^.?!]*\b(?:4K|8K|2160p|1440p|UHD|\d+\s?MP)\b/i,
    of: cameras,
    say: "Cameras are counted at 1080p: larger pictures take more of the decoder and of the buffers than is counted here.",
  },
  {
    when: /\b(?:GMSL2?|MIPI|CSI(?:-2)?|PoE|lanes?|hang|hook(?:ed)?\s+up|plug|connect(?:ors?|ed)?|attach(?:ed)?)\b/i,
    of: cameras,
    say: "How many cameras can be plugged in (CSI lanes, GMSL, USB, Ethernet) hangs on the carrier board, which is not on record: its data sheet has to say.",
  },
  {
    when: /€|£|\b(?:EUR|euros?|GBP|CHF|pounds)\b/i,
    of: counting,
    say: "Prices on record are in US dollars, so an amount in another currency is not counted.",
  },
  {
    when: /\b\d+\s?°\s?C\b|\bambient\b|\bdegrees\s+(?:C|celsius)\b/i,
    of: ["estimate-throughput"],
    say: "The temperature of the place is not counted: speeds hold as long as nothing throttles.",
  },
  {
    when: /\bhow\s+long\b[^.?!]*\b(?:last|battery)|\bbattery\s+(?:life|runtime)|\b\d+\s?Wh\b/i,
    unless: /\belectricity\b|\bkWh\b/i,
    of: ["estimate-throughput"],
    say: "How long a battery lasts is not computed: divide its watt-hours by the watts of the whole machine; the draw of the board is below.",
  },
];

const namesMode = /\bMAXN\w*\b|\b(?:in|at)\s+(?:mode\s+)?\d+\s?W\b|\b\d+\s?W\s+mode\b/i;
const otherMode =
  "The power mode named is none that is on record for this board: speeds are of its highest mode and of the one it ships in.";

/** What a turn states and the calls leave out, in sentences; none where nothing is computed or nothing left out. */
export function uncountedLines(text: string, own: Reading, calls: readonly PlannedCall[]): string[] {
  const computing = calls.filter(({ name }) => counting.includes(name));
  if (computing.length === 0) return [];
  const unused = unusedSlots(own, calls);
  const isMade = (of: readonly string[]) => computing.some(({ name }) => of.includes(name));
  const said = remarks.filter(({ when, unless, of }) => isMade(of) && when.test(text) && !unless?.test(text));
  const mode =
    namesMode.test(text) && !own.powerMode && own.watts === undefined && isMade(["estimate-throughput"]);
  const used = new Set(computing.flatMap(({ input }) => fieldsOf(input)));
  return [
    ...(mode && !used.has("powerMode") ? [otherMode] : []),
    ...(unused.length > 0 ? [`Not counted in this answer: ${listed(unused)}.`] : []),
    ...said.map(({ say }) => say),
    ...unnamedDetector(computing),
  ];
}

/** Cameras beside models of which none is a detector: they are counted as buffers, and what looks at them is asked. */
function unnamedDetector(calls: readonly PlannedCall[]): string[] {
  const isCounted = calls.some(
    ({ name, input }) => name === "memory-fit" && JSON.stringify(input).includes('"model":"camera-stream"'),
  );
  return isCounted
    ? [
        "The cameras are counted as video buffers alone, since no detector is named. Which one looks at them? Name it (such as YOLO11s) to have its memory and its frames a second counted.",
      ]
    : [];
}
