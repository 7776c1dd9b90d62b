import type { Quantization } from "../../knowledge/engine-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { parameterClasses } from "../formulas/weights.ts";
import type { Placed } from "../placement/workload.ts";
import { flagsLever, releaseLever, runtimeLever } from "./engine-levers.ts";
import { imageTokensPerSequence } from "./language-lines.ts";
import { type Change, eachLanguage, type Lever, withWorkload } from "./lever.ts";
import { concurrencyLever, imagesLever, resolutionLever, streamsLever } from "./load-levers.ts";
import type { CompletePlan } from "./plan.ts";

/** Contexts to step down through, in tokens. */
const contextSteps = [131072, 65536, 32768, 16384, 8192, 4096, 2048, 1024];

const bitsOf = ({ blockBits }: Quantization) => blockBits;

/** Formats in common use; the many in between are left to people who know why they want them. */
const stepFormats = [
  "bf16",
  "fp16",
  "q8-0",
  "q6-k",
  "q5-k-m",
  "q4-k-m",
  "iq4-xs",
  "q3-k-m",
  "q2-k",
  "fp8",
  "int8",
  "w4a16",
  "awq-int4",
];

/**
 * Formats to step to: smaller ones of the family the engine usually loads, largest first; where the present
 * one cannot run at all, those nearest to it in width come first.
 */
function otherFormats({ runtime, quantization }: Placed, isBlocked: boolean, knowledge: Knowledge): string[] {
  const find = (id: string) => knowledge.quantizations.get(id).entry;
  const { bits4, bits16 } = runtime.value.usual;
  const family = find(bits4 ?? bits16 ?? quantization.id).value.kind;
  const present = bitsOf(quantization.value);
  const away = (value: Quantization) => Math.abs(value.nominalBits - quantization.value.nominalBits);
  return runtime.value.quantizations
    .map(find)
    .filter(({ id, value }) => stepFormats.includes(id) && value.kind === family && id !== quantization.id)
    .filter(({ value }) => isBlocked || bitsOf(value) < present)
    .sort((a, b) => (isBlocked ? away(a.value) - away(b.value) : 0) || bitsOf(b.value) - bitsOf(a.value))
    .map(({ id }) => id);
}

function quantizationLever(
  { input, workloads }: CompletePlan,
  isBlocked: boolean,
  knowledge: Knowledge,
): Lever {
  const languages = workloads.flatMap((placed, index) => (placed.language ? [{ placed, index }] : []));
  const [largest] = languages.sort((a, b) => languageParameters(b.placed) - languageParameters(a.placed));
  if (!largest) return { name: "quantization", settings: [] };
  const { placed, index } = largest;
  const settings = otherFormats(placed, isBlocked, knowledge).map((quantization) => ({
    change: `${placed.subject.name} in ${knowledge.quantizations.get(quantization).entry.value.name} instead of ${placed.quantization.value.name}`,
    input: withWorkload(input, index, { quantization }),
  }));
  return { name: "quantization", settings };
}

function languageParameters({ language }: Placed): number {
  return language ? parameterClasses(language).layers : 0;
}

/** A shorter context; one that holds its images now still has to. */
function contextLever(plan: CompletePlan): Lever {
  const images = new Map(plan.workloads.map((placed) => [placed, imageTokensPerSequence(placed)]));
  const holdsImages = (placed: Placed, tokens: number) => {
    const taken = images.get(placed) ?? 0;
    return tokens >= taken || placed.contextTokens < taken;
  };
  const settings = contextSteps.flatMap((contextTokens) => {
    const input = eachLanguage(plan, (placed) =>
      placed.contextTokens > contextTokens && holdsImages(placed, contextTokens)
        ? { contextTokens }
        : undefined,
    );
    return input ? [{ change: `${contextTokens.toLocaleString("en-US")} tokens of context`, input }] : [];
  });
  return { name: "context", settings };
}

/** Smaller types of cache; where the present one may be what forbids the plan, any other, the plain one first. */
function cacheTypeLever(plan: CompletePlan, isBlocked: boolean, knowledge: Knowledge): Lever {
  const settings = ["f16", "q8-0", "fp8", "q4-0"].flatMap((kvCacheType) => {
    const type = knowledge.cacheTypes.get(kvCacheType).entry.value;
    const input = eachLanguage(plan, ({ cacheType, runtime }) =>
      type.runtimes.includes(runtime.id) &&
      (isBlocked ? cacheType.id !== kvCacheType : type.bytesPerValue < cacheType.value.bytesPerValue)
        ? { kvCacheType }
        : undefined,
    );
    return input ? [{ change: `KV cache in ${type.name}`, input }] : [];
  });
  return { name: "kv-cache", settings };
}

function headlessLever({ input }: CompletePlan): Lever {
  const settings: Change[] =
    input.os === "headless"
      ? []
      : [{ change: "run headless, without the desktop", input: { ...input, os: "headless" } }];
  return { name: "headless", settings };
}

/** How each lever is made from a plan, smallest change first. */
const makers: Readonly<
  Record<LeverName, (plan: CompletePlan, isBlocked: boolean, knowledge: Knowledge) => Lever>
> = {
  release: (plan, _, knowledge) => releaseLever(plan, knowledge),
  quantization: quantizationLever,
  context: contextLever,
  "kv-cache": cacheTypeLever,
  headless: headlessLever,
  flags: (plan, _, knowledge) => flagsLever(plan, knowledge),
  images: imagesLever,
  resolution: resolutionLever,
  streams: streamsLever,
  concurrency: concurrencyLever,
  runtime: (plan, _, knowledge) => runtimeLever(plan, knowledge),
};

/** Everything that can be turned, smallest change first. */
export const leverNames = [
  "release",
  "quantization",
  "context",
  "kv-cache",
  "headless",
  "flags",
  "images",
  "resolution",
  "streams",
  "concurrency",
  "runtime",
] as const;
export type LeverName = (typeof leverNames)[number];

/** One lever of a plan with its settings. */
export function planLever(
  name: LeverName,
  plan: CompletePlan,
  isBlocked: boolean,
  knowledge: Knowledge,
): Lever {
  return makers[name](plan, isBlocked, knowledge);
}

/** Every lever of a plan, smallest change first. */
export function planLevers(plan: CompletePlan, isBlocked: boolean, knowledge: Knowledge): Lever[] {
  return leverNames.map((name) => planLever(name, plan, isBlocked, knowledge));
}
