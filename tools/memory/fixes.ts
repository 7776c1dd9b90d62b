import type { Quantization } from "../../knowledge/engine-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { parameterClasses } from "../formulas/weights.ts";
import type { Placed, WorkloadInput } from "../placement/workload.ts";
import type { CompletePlan, MemoryFitInput } from "./plan.ts";

/** A change to a plan, in words and as an input that is ready to run. */
export type Change = { change: string; input: MemoryFitInput };

/** Contexts to step down through, in tokens. */
const contextSteps = [131072, 65536, 32768, 16384, 8192, 4096, 2048, 1024];

/** A lever is the list of its settings, mildest first. */
export type Lever = { name: string; settings: Change[] };

function withWorkload(input: MemoryFitInput, index: number, change: Partial<WorkloadInput>): MemoryFitInput {
  return {
    ...input,
    workloads: input.workloads.map((workload, at) => (at === index ? { ...workload, ...change } : workload)),
  };
}

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

function eachLanguage(
  plan: CompletePlan,
  change: (placed: Placed) => Partial<WorkloadInput> | undefined,
): MemoryFitInput | undefined {
  let { input } = plan;
  let changed = false;
  plan.workloads.forEach((placed, index) => {
    const setting = placed.language ? change(placed) : undefined;
    if (!setting) return;
    changed = true;
    input = withWorkload(input, index, setting);
  });
  return changed ? input : undefined;
}

function contextLever(plan: CompletePlan): Lever {
  const settings = contextSteps.flatMap((contextTokens) => {
    const input = eachLanguage(plan, (placed) =>
      placed.contextTokens > contextTokens ? { contextTokens } : undefined,
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

function fewerLever({ input, workloads }: CompletePlan): Lever {
  const settings = workloads.flatMap((placed, index): Change[] => {
    if (placed.images > 1)
      return [
        {
          change: `one image at a time for ${placed.subject.name}`,
          input: withWorkload(input, index, { images: 1 }),
        },
      ];
    if (!placed.language && placed.streams > 1)
      return [
        {
          change: `one stream for ${placed.subject.name}`,
          input: withWorkload(input, index, { streams: 1 }),
        },
      ];
    return [];
  });
  return { name: "fewer", settings };
}

/** Everything that can be turned, smallest change first: format, context, cache type, desktop, images and streams. */
export function planLevers(plan: CompletePlan, isBlocked: boolean, knowledge: Knowledge): Lever[] {
  return [
    quantizationLever(plan, isBlocked, knowledge),
    contextLever(plan),
    cacheTypeLever(plan, isBlocked, knowledge),
    headlessLever(plan),
    fewerLever(plan),
  ];
}
