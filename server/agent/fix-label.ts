import type { Knowledge } from "../../knowledge/knowledge.ts";
import { formatCount } from "../../knowledge/units.ts";
import type { MemoryFitInput } from "../../tools/memory/plan.ts";
import type { Fix } from "../../tools/memory/search-fixes.ts";
import { calledIn } from "../../tools/placement/called-in.ts";
import type { WorkloadInput } from "../../tools/placement/workload.ts";
import { shortName } from "./follow-up.ts";

type Setting = keyof WorkloadInput;

/** A workload after a fix, and which of its settings the fix changes. */
type Changed = { workload: WorkloadInput; names: Setting[] };

/** Settings with short names; what else an engine is told is said in the words of the fix. */
const settings: readonly Setting[] = [
  "quantization",
  "runtime",
  "kvCacheType",
  "contextTokens",
  "concurrency",
  "images",
  "imageWidth",
  "imageHeight",
  "streams",
];

function changedWorkloads(before: MemoryFitInput, { workloads }: MemoryFitInput): Changed[] {
  return workloads.map((workload, index) => {
    const was = before.workloads[index];
    return { workload, names: settings.filter((name) => workload[name] !== was?.[name]) };
  });
}

const plural = (count: number, what: string) => `${formatCount(count)} ${what}${count === 1 ? "" : "s"}`;

type Words = { alone: string; among: string };

const same = (words: string): Words => ({ alone: words, among: words });

/** What one setting is changed to, as a label of its own and among others. */
function settingWords(name: Setting, workload: WorkloadInput, knowledge: Knowledge): Words | undefined {
  const { contextTokens = 0, concurrency = 0, images = 0, imageWidth, imageHeight, streams = 0 } = workload;
  const instead = (words: string): Words => ({ alone: `${words} instead`, among: words });
  if (name === "quantization") return instead(calledIn(knowledge.quantizations, workload.quantization ?? ""));
  if (name === "runtime") return instead(calledIn(knowledge.runtimes, workload.runtime ?? ""));
  const cache = calledIn(knowledge.cacheTypes, workload.kvCacheType ?? "");
  if (name === "kvCacheType") return { alone: `KV cache in ${cache}`, among: `${cache} cache` };
  const tokens = formatCount(contextTokens);
  if (name === "contextTokens") return { alone: `${tokens} tokens of context`, among: `${tokens} tokens` };
  if (name === "concurrency") return same(`${plural(concurrency, "sequence")} at once`);
  if (name === "images") return same(`${plural(images, "image")} at a time`);
  if (name === "imageWidth") return same(`Images of ${imageWidth}×${imageHeight}`);
  return name === "streams" ? same(plural(streams, "stream")) : undefined;
}

/** What goes with a setting of itself: a shorter context with fewer images, a format with an engine. */
const led: Partial<Record<Setting, readonly Setting[]>> = {
  images: ["contextTokens"],
  imageWidth: ["imageHeight", "contextTokens"],
  imageHeight: ["contextTokens"],
  runtime: ["quantization", "kvCacheType"],
};

function withoutLed(names: readonly Setting[]): Setting[] {
  const following = new Set(names.flatMap((name) => led[name] ?? []));
  return names.filter((name) => !following.has(name));
}

function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A fix in few words: "Q4_K_M instead", "Headless", "On the Orin NX 16GB"; of several changes as many as a label holds. */
export function fixLabel({ change, input }: Fix, before: MemoryFitInput, knowledge: Knowledge): string {
  const board = typeof input.device === "string" ? knowledge.devices.find(input.device) : undefined;
  if (input.device !== before.device && board) return `On the ${shortName(board.entry.value.name)}`;
  const words = changedWorkloads(before, input).flatMap(({ workload, names }) =>
    withoutLed(names).flatMap((name) => settingWords(name, workload, knowledge) ?? []),
  );
  const headless = input.os === before.os ? [] : [same("Headless")];
  const unique = [...new Map([...headless, ...words].map((each) => [each.alone, each])).values()];
  const [only, ...more] = unique;
  if (!only) return capitalised(change);
  if (more.length > 0) return unique.map(({ among }) => among).join(", ");
  return change.includes(";") ? capitalised(change) : only.alone;
}
