import { z } from "zod";

const count = z.int().positive();
const longest = 2 ** 24;

/** How an engine is run, beyond what it runs; whatever is left out is as the engine has it. */
export const EngineSettings = z.strictObject({
  build: z
    .enum(["to-mid-2026", "newer"])
    .optional()
    .describe(
      "llama.cpp: builds newer than mid-2026 keep far smaller compute buffers; to-mid-2026 if left out",
    ),
  flashAttention: z.boolean().optional().describe("llama.cpp and Ollama: on if left out"),
  microBatchTokens: count
    .max(65_536)
    .optional()
    .describe("llama.cpp -ub: tokens computed at once, 512 if left out"),
  promptCache: z.boolean().optional().describe("llama.cpp: false is --cache-ram 0; on if left out"),
  promptCacheRequests: z
    .int()
    .nonnegative()
    .max(10_000)
    .optional()
    .describe("llama.cpp: earlier requests kept in the prompt cache, 1 if left out"),
  contextCheckpoints: z
    .int()
    .nonnegative()
    .max(1024)
    .optional()
    .describe("llama.cpp --ctx-checkpoints: copies kept of state and windows, none counted if left out"),
  fullWindowCache: z
    .boolean()
    .optional()
    .describe("llama.cpp --swa-full: sliding-window layers cache the whole context"),
  offloadProjector: z
    .boolean()
    .optional()
    .describe("llama.cpp: false is --no-mmproj-offload, the vision tower stays on the CPU"),
  gpuMemoryUtilization: z
    .number()
    .positive()
    .max(1)
    .optional()
    .describe("vLLM: share of the memory it takes whatever the need; only the need is counted if left out"),
  swapSpaceGibibytes: z
    .number()
    .nonnegative()
    .max(4096)
    .optional()
    .describe("vLLM --swap-space: the same DRAM"),
  batchedTokens: count.max(longest).optional().describe("vLLM --max-num-batched-tokens"),
  cacheBlocks: count
    .max(longest)
    .optional()
    .describe("vLLM --num-gpu-blocks-override: blocks in the KV pool"),
  engineImageTokens: count
    .max(longest)
    .optional()
    .describe("TensorRT Edge-LLM --maxImageTokens: as in the published builds if left out"),
});
export type EngineSettings = z.infer<typeof EngineSettings>;

const names = EngineSettings.keyof().options;

/** The settings that a workload states, and nothing else of it; null where it states none. */
export function statedSettings(workload: EngineSettings): EngineSettings | null {
  const stated = names.filter((name) => workload[name] !== undefined);
  return stated.length === 0 ? null : Object.fromEntries(stated.map((name) => [name, workload[name]]));
}
