import type { Runtime } from "../../knowledge/engine-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Model } from "../../knowledge/schema.ts";

/** Engines people choose among on a Jetson, and the two to begin with. */
const usualRuntimes = ["llama-cpp", "vllm", "tensorrt-edge-llm"];
const narrowRuntimes = usualRuntimes.slice(0, 2);

/** Formats in common use, smallest first. */
const commonFormats = [
  "q3-k-m",
  "q4-k-m",
  "q5-k-m",
  "q6-k",
  "q8-0",
  "w4a16",
  "awq-int4",
  "nvfp4",
  "fp8",
  "int8",
  "fp16",
  "bf16",
];

/** Contexts to try, in tokens, and those where several models multiply the settings. */
const wideContexts = [4096, 8192, 16384, 32768, 65536, 131072];
const narrowContexts = [4096, 16384];

const commonCacheTypes = ["f16", "q8-0", "fp8"];

/** The engines to try for a model: the usual ones that serve its kind, else all that do. */
export function defaultRuntimes({ kind }: Model, isNarrow: boolean, knowledge: Knowledge): string[] {
  const serving = knowledge.runtimes.entries.filter(({ value }) => value.serves.includes(kind));
  const ids = serving.map(({ id }) => id);
  const usual = (isNarrow ? narrowRuntimes : usualRuntimes).filter((id) => ids.includes(id));
  return usual.length > 0 ? usual : ids;
}

/**
 * The formats to try on an engine: common ones of the family it usually loads, and the one the model was
 * published in; where several models multiply the settings, the usual ones of 4 and 8 bits.
 */
export function usualFormats(
  { nativeQuantization }: Model,
  { usual, quantizations }: Runtime,
  isNarrow: boolean,
  knowledge: Knowledge,
): string[] {
  const native = nativeQuantization?.id;
  if (isNarrow) {
    const narrow = [usual.bits4 ?? usual.bits16, usual.bits8];
    return narrow.filter((id) => id !== undefined);
  }
  const kindOf = (id: string) => knowledge.quantizations.get(id).entry.value;
  const family = usual.bits4 ?? usual.bits16 ?? quantizations[0];
  const isUsual = (id: string) =>
    id === native ||
    (commonFormats.includes(id) &&
      family !== undefined &&
      (kindOf(id).kind === kindOf(family).kind || kindOf(id).nominalBits === unquantizedBits));
  return quantizations.filter(isUsual);
}

/** Formats of this width are what every engine loads. */
const unquantizedBits = 16;

/** The contexts to try: steps between what is wanted and what the model was made for. */
export function usualContexts(
  { maxContext = Number.POSITIVE_INFINITY }: Model,
  minimum: number | undefined,
  isNarrow: boolean,
): number[] {
  const steps = isNarrow ? narrowContexts : wideContexts;
  const least = minimum ?? Math.min(maxContext, ...steps);
  return [least, ...steps.filter((tokens) => tokens > least && tokens <= maxContext)];
}

/** The types of cache to try on an engine. */
export function usualCacheTypes(runtime: string, isNarrow: boolean, knowledge: Knowledge): string[] {
  const offered = commonCacheTypes.filter((id) =>
    knowledge.cacheTypes.get(id).entry.value.runtimes.includes(runtime),
  );
  return isNarrow ? offered.slice(0, 1) : offered;
}
