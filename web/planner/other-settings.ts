import type { Settings } from "./plan.ts";

const switches = [
  ["flashAttention", "flash attention"],
  ["promptCache", "prompt cache"],
  ["fullWindowCache", "whole context in sliding windows"],
  ["offloadProjector", "vision tower on the GPU"],
] as const;

const amounts = [
  ["imageWidth", "pixels of width"],
  ["imageHeight", "pixels of height"],
  ["maxInputTokens", "tokens of the longest prompt"],
  ["microBatchTokens", "tokens computed at once (-ub)"],
  ["promptCacheRequests", "requests kept in the prompt cache"],
  ["contextCheckpoints", "context checkpoints"],
  ["batchedTokens", "batched tokens"],
  ["cacheBlocks", "cache blocks"],
  ["engineImageTokens", "image tokens of the engine"],
  ["gpuMemoryUtilization", "of the memory taken (vLLM)"],
  ["swapSpaceGibibytes", "GiB of swap space (vLLM)"],
] as const;

/** Settings that no field shows, such as those that a fix brought: each in words, and the change that takes it back. */
export function otherSettings(settings: Settings): { words: string; without: Settings }[] {
  const without = (name: keyof Settings) => ({ ...settings, [name]: undefined });
  return [
    ...switches.flatMap(([name, words]) => {
      const isOn = settings[name];
      return isOn === undefined ? [] : [{ words: `${words} ${isOn ? "on" : "off"}`, without: without(name) }];
    }),
    ...amounts.flatMap(([name, words]) => {
      const amount = settings[name];
      return amount === undefined ? [] : [{ words: `${amount} ${words}`, without: without(name) }];
    }),
    ...(settings.build
      ? [{ words: `llama.cpp build ${settings.build.replaceAll("-", " ")}`, without: without("build") }]
      : []),
  ];
}
