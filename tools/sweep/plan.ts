import type { Knowledge } from "../../knowledge/knowledge.ts";
import { formatCount } from "../../knowledge/units.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { evaluateConfiguration } from "./configuration.ts";
import { bitsPerWeight, type Entry, type Terms } from "./entry.ts";
import { type Row, toRow } from "./row.ts";

/** A configuration as a plan: the row, and what was chosen for each language model. */
export type Plan = Row & {
  /** What was chosen, in words: format, context, engine, cache. */
  settings: string;
  /** Of the leading model, over all weights of its language part. */
  bitsPerWeight: number | null;
  quality: string | null;
};

/** What was tried, by id. */
export type Swept = {
  devices: string[];
  powerModes: string[];
  quantizations: string[];
  contexts: number[];
  runtimes: string[];
  kvCacheTypes: string[];
};

function settingsOf({ quantization, contextTokens, runtime, cacheType }: Placed): string {
  const cache = cacheType.id === "f16" ? "" : `, ${cacheType.value.name} cache`;
  return `${quantization.value.name}, ${formatCount(contextTokens)} tokens, ${runtime.value.name}${cache}`;
}

function describeSettings(workloads: readonly Placed[]): string {
  const languages = workloads.filter(({ language }) => language);
  if (languages.length === 0) return "as stated";
  return languages
    .map((placed) => (languages.length > 1 ? `${placed.subject.name} ` : "") + settingsOf(placed))
    .join(" + ");
}

/** How far the weights are compressed: the remark on quality that needs no benchmark. */
export function qualityRemark(placed: Placed): string {
  const bits = Number(bitsPerWeight(placed).toFixed(1));
  return `${placed.quantization.value.name}: ${bits} bits a weight`;
}

/** Writes out a plan. */
export function toPlan(entry: Entry, terms: Terms, knowledge: Knowledge): Plan {
  const { leading } = terms.setting;
  const { board, workloads } = entry;
  const placed = leading === undefined ? undefined : workloads[leading];
  const configuration = evaluateConfiguration(board, workloads, terms.setting, knowledge);
  return {
    ...toRow(configuration, entry, terms, knowledge),
    settings: describeSettings(workloads),
    bitsPerWeight: placed ? bitsPerWeight(placed) : null,
    quality: placed ? qualityRemark(placed) : null,
  };
}

/** Lists what a sweep tried, each once, in the order of trying. */
export function sweptOptions(boards: readonly Board[], options: readonly (readonly Placed[])[]): Swept {
  const languages = options.flat().filter(({ language }) => language);
  const each = <T>(values: readonly T[]): T[] => [...new Set(values)];
  return {
    devices: each(boards.map(({ id, name }) => id ?? name)),
    powerModes: each(boards.flatMap(({ mode }) => (mode ? [mode.name] : []))),
    quantizations: each(languages.map(({ quantization }) => quantization.id)),
    contexts: each(languages.map(({ contextTokens }) => contextTokens)),
    runtimes: each(languages.map(({ runtime }) => runtime.id)),
    kvCacheTypes: each(languages.map(({ cacheType }) => cacheType.id)),
  };
}
