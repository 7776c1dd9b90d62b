import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { EngineProfile } from "../../knowledge/operation-schema.ts";
import { type Bytes, MIB } from "../../knowledge/units.ts";
import type { Board } from "./board.ts";
import { type ModelNames, modelNames, toSlug } from "./model-names.ts";
import type { InstalledRelease } from "./release.ts";
import { type CommandValues, fillCommand } from "./shell.ts";
import type { Placed } from "./workload.ts";

/** What a command depends on beside the workload and its board. */
export type CommandPlan = {
  release?: InstalledRelease;
  /** Share of the memory for engines that take theirs at the start. */
  utilization?: number;
  /** What the plan allows for earlier prompts, in bytes. */
  promptCacheBytes?: Bytes;
  promptTokens?: number;
  /** Tokens of a prompt that an engine is built for, where that is not its whole context. */
  inputTokens?: number;
  /** Tokens already in the cache when speed is measured. */
  depth?: number;
};

/** Commands of a workload: one that starts the engine, one that measures it; null where none is on record. */
export type Commands = { command: string; benchmark: string | null; notes: string[] };

const defaultPromptTokens = 512;
/** Requests of a benchmark: enough for a median, and four rounds of what runs at once. */
const leastPrompts = 16;
/** Bytes of a value in the cache that needs no flag. */
const plainCacheBytes = 2;

function imageOf(
  { images }: EngineProfile,
  { record }: Board,
  release?: InstalledRelease,
): string | undefined {
  const has = record.gpu.computeCapability ?? 0;
  const major = Number.parseInt(release?.release?.id ?? "", 10);
  const suits = ({ minL4t, maxL4t }: EngineProfile["images"][number]) =>
    Number.isNaN(major) ? minL4t === undefined : major >= (minL4t ?? 0) && major <= (maxL4t ?? major);
  return images.find((entry) => entry.computeCapabilities.includes(has) && suits(entry))?.image;
}

/** The vision tower stays on the CPU where that is asked for, and on small boards, where offloading has failed. */
function keepsProjector({ images, settings }: Placed, { record }: Board): boolean {
  return images > 0 && !(settings.offloadProjector ?? record.class !== "nano");
}

const flagIf = (condition: boolean, flag: string) => (condition ? { flag } : undefined);

/** Flags of llama.cpp and Ollama. */
function ggmlValues(placed: Placed, board: Board, { promptCacheBytes }: CommandPlan): CommandValues {
  const { settings, contextTokens, concurrency, draft } = placed;
  const isFlash = settings.flashAttention !== false;
  return {
    totalContext: contextTokens * concurrency,
    flashAttention: isFlash ? "on" : "off",
    flashBit: isFlash ? 1 : 0,
    microBatch: settings.microBatchTokens,
    projectorFlag: flagIf(keepsProjector(placed, board), "--no-mmproj-offload"),
    windowFlag: flagIf(settings.fullWindowCache === true, "--swa-full"),
    contextCheckpoints: settings.contextCheckpoints,
    cacheRam:
      settings.promptCache === false
        ? 0
        : promptCacheBytes === undefined
          ? undefined
          : Math.ceil(promptCacheBytes / MIB),
    draftFile: draft ? `${toSlug(draft.name)}.gguf` : undefined,
  };
}

/** Flags of engines that serve checkpoints. */
function checkpointValues(
  { settings, images, contextTokens, concurrency }: Placed,
  plan: CommandPlan,
): CommandValues {
  return {
    utilization: settings.gpuMemoryUtilization ?? plan.utilization,
    batchedTokens: settings.batchedTokens,
    cacheBlocks: settings.cacheBlocks,
    swapSpace: settings.swapSpaceGibibytes,
    imageLimit: images > 0 ? `{"image":${images}}` : undefined,
    mlcOverrides: `context_window_size=${contextTokens};max_num_sequence=${concurrency}`,
  };
}

const precisionFlags: Readonly<Record<string, string>> = {
  fp16: "--fp16",
  bf16: "--bf16",
  int8: "--int8",
  fp8: "--fp8",
};

function commandValues(
  placed: Placed,
  { notes, slug, projectorFile, ...names }: ModelNames,
  board: Board,
  plan: CommandPlan,
): CommandValues {
  const { contextTokens, concurrency, cacheType, quantization } = placed;
  const precision = precisionFlags[quantization.id];
  return {
    ...names,
    ...ggmlValues(placed, board, plan),
    ...checkpointValues(placed, plan),
    contextTokens,
    concurrency,
    maxInputTokens: placed.maxInputTokens ?? plan.inputTokens ?? contextTokens,
    engineImageTokens: placed.settings.engineImageTokens,
    projectorFile: placed.language?.kind === "vlm" && placed.images > 0 ? projectorFile : undefined,
    cacheType: cacheType.value.bytesPerValue === plainCacheBytes ? undefined : cacheType.value.name,
    folder: slug,
    mlcModel: `HF://mlc-ai/${slug}-q4f16_1-MLC`,
    onnxFile: `${slug}.onnx`,
    engineFile: `${slug}.engine`,
    configFile: `${slug}.txt`,
    whisperFile: `ggml-${slug}.bin`,
    precisionFlag: precision === undefined ? undefined : { flag: precision },
    promptTokens: plan.promptTokens ?? defaultPromptTokens,
    depth: plan.depth,
    prompts: Math.max(leastPrompts, 4 * concurrency),
  };
}

/** Ready commands for a workload on a board, with the flags that hold it to its plan; null without a profile. */
export function toCommands(
  placed: Placed,
  board: Board,
  plan: CommandPlan,
  knowledge: Knowledge,
): Commands | null {
  const profile = knowledge.engineProfile(placed.runtime.id);
  if (!profile) return null;
  const image = imageOf(profile, board, plan.release);
  const names = modelNames(placed);
  const values = { ...commandValues(placed, names, board, plan), image };
  const command = fillCommand(profile.serve, values);
  const benchmark = fillCommand(profile.benchmark, values);
  const inside = image && !command.includes(image) ? [`inside the container ${image}`] : [];
  return {
    command,
    benchmark: benchmark === "" ? null : benchmark,
    notes: [...inside, ...names.notes, ...profile.hints],
  };
}
