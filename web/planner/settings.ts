import { isBoolean, isNumber, isOneOf, isString } from "../guards.ts";
import type { Settings } from "./plan.ts";

const longest = 2 ** 24;
const most = 2 ** 16;

/** Settings that name something, with their word in an address; a format stands there without one. */
export const wordSettings = [
  ["quantization", ""],
  ["runtime", "runtime"],
  ["kvCacheType", "kv"],
] as const;

/** Settings that count something: their word in an address, and the least and the most that a tool takes. */
export const countSettings = [
  ["contextTokens", "ctx", 1, longest],
  ["concurrency", "n", 1, most],
  ["images", "images", 0, most],
  ["imageWidth", "width", 1, most],
  ["imageHeight", "height", 1, most],
  ["streams", "streams", 1, most],
  ["framesPerSecond", "fps", 1, 1000],
  ["maxInputTokens", "input", 1, longest],
  ["microBatchTokens", "ubatch", 1, most],
  ["promptCacheRequests", "cached", 0, 10_000],
  ["contextCheckpoints", "checkpoints", 0, 1024],
  ["batchedTokens", "batch", 1, longest],
  ["cacheBlocks", "blocks", 1, longest],
  ["engineImageTokens", "imagetokens", 1, longest],
] as const;

/** Settings that are amounts: as above. */
export const amountSettings = [
  ["gpuMemoryUtilization", "share", 0.01, 1],
  ["swapSpaceGibibytes", "swap", 0, 4096],
] as const;

/** Settings that are on or off, with their word in an address. */
export const switchSettings = [
  ["flashAttention", "flash"],
  ["promptCache", "cache"],
  ["fullWindowCache", "fullwindow"],
  ["offloadProjector", "projector"],
] as const;

export const isBuild = isOneOf(["to-mid-2026", "newer"]);

/** What a setting is when it is left out: not worth a word in an address. */
const usual = new Map<string, unknown>([
  ["concurrency", 1],
  ["kvCacheType", "f16"],
  ["imageWidth", 1280],
  ["imageHeight", 720],
]);

/** The settings of a workload as a tool has it, all of them. */
export function readSettings(workload: Readonly<Record<string, unknown>>): Settings {
  const settings: Settings = {};
  const { build } = workload;
  for (const [name] of wordSettings) {
    const word = workload[name];
    if (isString(word)) settings[name] = word;
  }
  for (const [name] of [...countSettings, ...amountSettings]) {
    const amount = workload[name];
    if (isNumber(amount)) settings[name] = amount;
  }
  for (const [name] of switchSettings) {
    const isOn = workload[name];
    if (isBoolean(isOn)) settings[name] = isOn;
  }
  if (isBuild(build)) settings.build = build;
  return settings;
}

/** The settings of a workload that are not the usual ones, such as those of a fix. */
export function toSettings(workload: Readonly<Record<string, unknown>>): Settings {
  const stated = Object.entries(workload).filter(([name, value]) => usual.get(name) !== value);
  return readSettings(Object.fromEntries(stated));
}
