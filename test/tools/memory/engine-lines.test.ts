import { describe, expect, it } from "vitest";
import { MIB } from "../../../knowledge/units.ts";
import {
  batchedComputeBytes,
  ggmlComputeBytes,
  promptCacheBytes,
} from "../../../tools/memory/engine-lines.ts";
import { cacheLayout } from "../../../tools/memory/language-lines.ts";
import { assume, languageModel, place } from "../../fixtures/knowledge.ts";

function compute(workload: { model: string } & Record<string, unknown>): number {
  const placed = place(workload);
  return ggmlComputeBytes(placed, languageModel(workload.model), cacheLayout(placed, assume), assume);
}

describe("ggmlComputeBytes()", () => {
  it.each([
    { settings: {}, mebibytes: 304 },
    { settings: { build: "to-mid-2026" }, mebibytes: 304 },
    { settings: { microBatchTokens: 256 }, mebibytes: 152 },
    { settings: { build: "newer" }, mebibytes: 126 },
    { settings: { flashAttention: true }, mebibytes: 304 },
    { settings: { flashAttention: false }, mebibytes: 304 + 28 * 8 },
    { settings: { flashAttention: false, concurrency: 2 }, mebibytes: 304 + 28 * 16 },
  ])("is $mebibytes MiB for Qwen2.5 7B with $settings", ({ settings, mebibytes }) => {
    expect(compute({ model: "qwen2.5-7b", ...settings })).toBe(mebibytes * MIB);
  });
});

describe("batchedComputeBytes()", () => {
  it("is what was logged, unless the batch is stated", () => {
    const logged = assume("activations-pytorch");
    const bytes = (settings: object) =>
      batchedComputeBytes(place({ model: "qwen3-8b", runtime: "vllm", ...settings }), assume);
    expect(bytes({})).toBe(logged);
    expect(bytes({ batchedTokens: 8192 })).toBeCloseTo(logged, -1);
    expect(bytes({ batchedTokens: 2048 })).toBeLessThan(logged / 2);
  });
});

describe("promptCacheBytes()", () => {
  const growth = assume("prompt-cache-growth");
  const bytes = (workload: { model: string } & Record<string, unknown>) => {
    const placed = place(workload);
    return promptCacheBytes(placed, languageModel(workload.model), cacheLayout(placed, assume), assume);
  };

  it.each([
    { settings: {}, requests: 1 },
    { settings: { promptCache: false }, requests: 0 },
    { settings: { promptCacheRequests: 12 }, requests: 12 },
  ])("keeps $requests requests with $settings", ({ settings, requests }) => {
    expect(bytes({ model: "qwen3-8b", ...settings })).toBe(requests * growth);
  });

  it("keeps no more than its limit", () => {
    expect(bytes({ model: "qwen3-8b", promptCacheRequests: 1000 })).toBe(assume("prompt-cache-limit"));
  });

  it.each([
    { model: "qwen3.5-9b", each: 50.25 * MIB },
    { model: "gpt-oss-20b", each: 12 * 768 * 2048 },
    { model: "qwen3-8b", each: 0 },
  ])("adds a copy of state and windows for each checkpoint of $model", ({ model, each }) => {
    expect(bytes({ model, promptCache: false, contextCheckpoints: 8 })).toBe(8 * each);
  });
});
