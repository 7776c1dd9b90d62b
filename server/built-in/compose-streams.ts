import type { StreamCapacity } from "../../tools/stream-capacity.ts";
import type { Resource } from "../../tools/streams/limits.ts";
import type { Block } from "./block.ts";
import { table } from "./compose-sweep.ts";

const words: Readonly<Record<Resource, string>> = {
  decoder: "the video decoder",
  detector: "the detector",
  memory: "memory",
};
const settings =
  /\bconfigur\w*|\bbatch\w*|\bsync\w*|\bcollaps\w*|\blag\w*|\bstutter\w*|\bdrop(?:s|ped|ping)?\b|\bslow\w*|\bhow\s+(?:do|can|should)\s+i\b|\bset\s*up\b/i;

function shown({ facts }: StreamCapacity, id: string): string {
  return facts.find((fact) => fact.id === id)?.display ?? "–";
}

function place({ names }: StreamCapacity): string {
  return names.powerMode ? `${names.device} in ${names.powerMode}` : names.device;
}

const plural = (count: string, word: string) => (count === "1" ? `one ${word}` : `${count} ${word}s`);

/** What each camera gets of a detector that sees fewer frames than they send. */
function sharedClause(result: StreamCapacity): string {
  const { each, streams, names } = result;
  if (!each || each.streams <= (streams ?? 0)) return "";
  const reckoned = plural(shown(result, "streams-reckoned"), "camera");
  const lead = each.isAsked ? reckoned : `the ${reckoned} that the decoder takes`;
  return ` With ${lead}, ${names.detector} sees about ${shown(result, "frames-each")} frames a second of each; the rest have to be skipped.`;
}

/** Without a detector's speed the decoder's ceiling is no answer, and has to be said as what it is. */
function ceilingLine(result: StreamCapacity): string {
  const { binding } = result;
  if (binding === null) return `**Nothing on record says how many cameras the ${place(result)} takes.**`;
  const most = plural(shown(result, "streams"), "camera");
  return `**${place(result)}: ${words[binding]} takes ${most} at ${shown(result, "frame-rate")} frames a second at most; how many of them the detector follows is not on record.**`;
}

/** Where more cameras are asked for than are seen in full, what each of them gets. */
function shareOf({ each, streams, facts }: StreamCapacity): string {
  if (!each?.isAsked || each.streams <= (streams ?? 0)) return "";
  const [count, frames] = ["streams-reckoned", "frames-each"].map(
    (id) => facts.find((fact) => fact.id === id)?.display,
  );
  return `, and of ${count} cameras it sees about ${frames} frames a second of each`;
}

/** How many cameras, and what ends it. */
function countSentence(result: StreamCapacity): string {
  const { binding, streams, names } = result;
  const rate = shown(result, "frame-rate");
  const most =
    streams === 0
      ? `not even one camera at its full ${rate} frames a second`
      : `about ${plural(shown(result, "streams"), "camera")} at ${rate} frames a second at most`;
  return `${place(result)} with ${names.detector}: ${most}; ${binding ? words[binding] : "nothing known"} ends it${shareOf(result)}.`;
}

function hasPace({ binding, limits }: StreamCapacity): boolean {
  return binding !== null && limits.pace !== null;
}

function openingOf(result: StreamCapacity): string {
  if (!hasPace(result)) return ceilingLine(result);
  const { streams, each } = result;
  const holds =
    each?.isAsked && each.streams <= (streams ?? 0)
      ? ` So ${shown(result, "streams-reckoned")} are within it.`
      : "";
  return `**${countSentence({ ...result, each: null })}**${holds}${sharedClause(result)}`;
}

/** The number of cameras: in words for one board, in the table for several. */
export function streamHeadlines(question: string, results: readonly StreamCapacity[]): string[] {
  const [first, ...more] = results;
  if (!first) return [];
  const advice = settings.test(question)
    ? [
        "**One batched pipeline for all sources:** batch-size of streammux and of the engine equal to the number of cameras, and frames skipped before the detector where it cannot follow.",
      ]
    : [];
  if (more.length === 0) return [...advice, openingOf(first)];
  const known = results.filter(hasPace);
  if (known.length === 0)
    return advice.length > 0 ? advice : [results.map((result) => `- ${ceilingLine(result)}`).join("\n")];
  return [...advice, known.map((result) => `- ${countSentence(result)}`).join("\n")];
}

function missingLines(results: readonly StreamCapacity[]): string[] {
  const resources = new Set(results.flatMap(({ missing }) => missing));
  const boards = (resource: Resource) =>
    results.filter(({ missing }) => missing.includes(resource)).map(({ names }) => names.device);
  return [...resources].map(
    (resource) =>
      `- Missing: no figure for ${words[resource]} of ${boards(resource).join(", ")}, so that may end it sooner.`,
  );
}

/** A detector of which no speed is on record is measured. */
function unmeasuredLines(results: readonly StreamCapacity[]): string[] {
  return results.every(({ names }) => names.detector === null)
    ? [
        "- Only decoder and memory are counted, and the detector usually ends it first. Measure its frames a second with `trtexec` on the board, and divide by the rate of a camera.",
      ]
    : [];
}

function framesCell(result: StreamCapacity): string {
  const { pace } = result.limits;
  if (!pace) return "–";
  const frames = shown(result, "frames");
  return pace.likely
    ? `${frames} (computed; ${shown(result, "frames-low")} to ${shown(result, "frames-high")})`
    : `${frames} (measured)`;
}

function rowOf(result: StreamCapacity, isAsked: boolean): string[] {
  return [
    place(result).replace(/^Jetson /, ""),
    shown(result, "decoder-streams"),
    framesCell(result),
    shown(result, "detector-streams"),
    shown(result, "memory-streams"),
    result.binding ? words[result.binding] : "–",
    ...(isAsked ? [result.each ? shown(result, "frames-each") : "–"] : []),
  ];
}

function capacityBlock(results: readonly StreamCapacity[]): Block {
  const asked = results.find(({ each }) => each?.isAsked);
  const head = [
    "board",
    "cameras the decoder takes",
    "frames a second of the detector",
    "cameras it sees in full",
    "cameras memory holds",
    "ended by",
    ...(asked ? ["frames a second of each camera asked for"] : []),
  ];
  const rows = table(
    head,
    results.map((result) => rowOf(result, asked !== undefined)),
  );
  const remarks = [...missingLines(results), ...unmeasuredLines(results)].join("\n");
  return { heading: "Cameras", lines: [rows, remarks].filter((text) => text !== "") };
}

/** What ends the cameras on each board, and what gives more of them; settings first where they are asked for. */
export function streamBlocks(question: string, results: readonly StreamCapacity[]): Block[] {
  const [first] = results;
  if (!first) return [];
  const levers = { heading: "What gives more", lines: first.levers.map((lever) => `- ${lever}`) };
  const capacity = capacityBlock(results);
  return settings.test(question) ? [levers, capacity] : [capacity, levers];
}
