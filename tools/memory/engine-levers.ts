import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Placed, WorkloadInput } from "../placement/workload.ts";
import { edgeRuntime } from "./edge-engine.ts";
import { edgeFlags } from "./edge-flags.ts";
import { eachWorkload, type Flag, type Lever } from "./lever.ts";
import type { CompletePlan } from "./plan.ts";

/** Tokens computed at once to step down to (-ub). */
const microBatchSteps = [256, 128];
/** Tokens of a batch (--max-num-batched-tokens) that still keep prompts quick. */
const smallerBatch = 2048;
/** Shares of the memory to step down to (--gpu-memory-utilization). */
const utilizationSteps = [0.8, 0.7, 0.6, 0.5, 0.4, 0.3];

function ggmlFlags({ settings, runtime }: Placed, usualBatch: number): Flag[] {
  const flags: Flag[] = [];
  if (settings.flashAttention === false)
    flags.push({ words: "flash attention on", change: { flashAttention: true } });
  if (settings.fullWindowCache) flags.push({ words: "no --swa-full", change: { fullWindowCache: false } });
  if (settings.contextCheckpoints)
    flags.push({ words: "--ctx-checkpoints 0", change: { contextCheckpoints: 0 } });
  if (runtime.id !== "llama-cpp") return flags;
  if (settings.promptCache !== false)
    flags.push({ words: "no prompt cache (--cache-ram 0)", change: { promptCache: false } });
  const present = settings.microBatchTokens ?? usualBatch;
  for (const microBatchTokens of microBatchSteps)
    if (microBatchTokens < present)
      flags.push({ words: `-ub ${microBatchTokens}`, change: { microBatchTokens } });
  return flags;
}

function poolFlags({ settings }: Placed): Flag[] {
  const { swapSpaceGibibytes, cacheBlocks, gpuMemoryUtilization, batchedTokens } = settings;
  const flags: Flag[] = [];
  if (swapSpaceGibibytes) flags.push({ words: "--swap-space 0", change: { swapSpaceGibibytes: 0 } });
  if (cacheBlocks !== undefined)
    flags.push({ words: "no --num-gpu-blocks-override", change: { cacheBlocks: undefined } });
  for (const utilization of utilizationSteps)
    if (gpuMemoryUtilization !== undefined && utilization < gpuMemoryUtilization)
      flags.push({
        words: `--gpu-memory-utilization ${utilization.toFixed(2)}`,
        change: { gpuMemoryUtilization: utilization },
      });
  if ((batchedTokens ?? Number.POSITIVE_INFINITY) > smallerBatch)
    flags.push({
      words: `--max-num-batched-tokens ${smallerBatch}`,
      change: { batchedTokens: smallerBatch },
    });
  return flags;
}

function flagsOf(placed: Placed, usualBatch: number): Flag[] {
  if (!placed.language) return [];
  if (placed.runtime.id === "llama-cpp" || placed.runtime.id === "ollama")
    return ggmlFlags(placed, usualBatch);
  if (placed.runtime.id === edgeRuntime) return edgeFlags(placed);
  return placed.runtime.id === "vllm" ? poolFlags(placed) : [];
}

/** A later flag of the same option takes the place of the earlier one. */
function optionOf({ change }: Flag): string {
  return Object.keys(change).join();
}

function together(flags: readonly Flag[]): Flag {
  const last = new Map(flags.map((flag) => [optionOf(flag), flag]));
  const kept = [...last.values()];
  return {
    words: kept.map(({ words }) => words).join(", "),
    change: Object.assign({}, ...kept.map(({ change }) => change)),
  };
}

/** Flags of the engines that give memory back, one more with each setting. */
export function flagsLever(plan: CompletePlan, knowledge: Knowledge): Lever {
  const usualBatch = knowledge.assumption("micro-batch-tokens").value;
  const flags = plan.workloads.map((placed) => flagsOf(placed, usualBatch));
  const most = Math.max(...flags.map(({ length }) => length));
  const settings = Array.from({ length: most }, (_, last) => {
    const chosen = flags.map((each) => together(each.slice(0, last + 1)));
    const words = plan.workloads.flatMap(({ runtime }, index) =>
      chosen[index]?.words ? [`${runtime.value.name} with ${chosen[index].words}`] : [],
    );
    let index = -1;
    const input = eachWorkload(plan, () => {
      index += 1;
      return chosen[index]?.change;
    });
    return { change: [...new Set(words)].join("; "), input: input ?? plan.input };
  });
  return { name: "flags", settings };
}

/** Engines that start with gigabytes of Python and libraries, and what takes their place. */
const leaner: Readonly<Record<string, { language: string; network: string }>> = {
  vllm: { language: "llama-cpp", network: "tensorrt" },
  sglang: { language: "llama-cpp", network: "tensorrt" },
  transformers: { language: "llama-cpp", network: "tensorrt" },
  pytorch: { language: "llama-cpp", network: "tensorrt" },
};

/** The same workload in a leaner engine, in its format of the same width. */
function inLeanerEngine(placed: Placed, knowledge: Knowledge): Partial<WorkloadInput> | undefined {
  const to = leaner[placed.runtime.id]?.[placed.language ? "language" : "network"];
  if (!to) return undefined;
  const { id, value } = knowledge.runtimes.get(to).entry;
  if (!value.serves.includes(placed.subject.record.kind)) return undefined;
  const { nominalBits } = placed.quantization.value;
  const width = nominalBits < 8 ? "bits4" : nominalBits < 16 ? "bits8" : "bits16";
  const quantization = value.usual[width] ?? value.usual.bits16;
  const common = { runtime: id, ...(quantization && { quantization }) };
  return placed.language ? { ...common, ...withoutPool } : common;
}

/** A leaner engine has neither the pool nor its types of cache. */
const withoutPool: Partial<WorkloadInput> = {
  kvCacheType: "f16",
  gpuMemoryUtilization: undefined,
  swapSpaceGibibytes: undefined,
  batchedTokens: undefined,
  cacheBlocks: undefined,
};

/** Another engine that takes less beside the weights. */
export function runtimeLever(plan: CompletePlan, knowledge: Knowledge): Lever {
  const moved = plan.workloads.filter((placed) => inLeanerEngine(placed, knowledge));
  const input = eachWorkload(plan, (placed) => inLeanerEngine(placed, knowledge));
  const words = moved.map(
    ({ subject, runtime, language }) =>
      `${subject.name} in ${language ? "llama.cpp" : "TensorRT"} instead of ${runtime.value.name}`,
  );
  return { name: "runtime", settings: input ? [{ change: [...new Set(words)].join("; "), input }] : [] };
}

/** The release that mends the one on the board. */
export function releaseLever({ input }: CompletePlan, knowledge: Knowledge): Lever {
  const fixedBy =
    input.l4t === undefined ? undefined : knowledge.releases.find(input.l4t)?.entry.value.fixedBy;
  if (!fixedBy) return { name: "release", settings: [] };
  const { id, value } = knowledge.releases.get(fixedBy).entry;
  return {
    name: "release",
    settings: [
      { change: `upgrade to ${value.name} (${value.family.join(", ")})`, input: { ...input, l4t: id } },
    ],
  };
}
