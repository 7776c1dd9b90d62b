import { describe, expect, it } from "vitest";
import { flagsLever, releaseLever, runtimeLever } from "../../../tools/memory/engine-levers.ts";
import { type CompletePlan, MemoryFitInput } from "../../../tools/memory/plan.ts";
import { knowledge, place } from "../../fixtures/knowledge.ts";

function planOf(given: unknown[], l4t?: string): CompletePlan {
  const workloads = given.map(place);
  const resolved = workloads.map((placed) => placed.resolved);
  return {
    input: MemoryFitInput.parse({ device: "orin-nx-16gb", ...(l4t && { l4t }), workloads: resolved }),
    workloads,
  };
}

describe("flagsLever()", () => {
  const changes = (...given: unknown[]) =>
    flagsLever(planOf(given), knowledge).settings.map(({ change }) => change);

  it("adds a flag with each setting, a later one in the place of an earlier of the same option", () => {
    expect(changes({ model: "qwen3-8b" })).toEqual([
      "llama.cpp with no prompt cache (--cache-ram 0)",
      "llama.cpp with no prompt cache (--cache-ram 0), -ub 256",
      "llama.cpp with no prompt cache (--cache-ram 0), -ub 128",
    ]);
  });

  it.each([
    { settings: { promptCache: false, microBatchTokens: 128 }, first: undefined },
    { settings: { flashAttention: false }, first: "llama.cpp with flash attention on" },
    { settings: { fullWindowCache: true }, first: "llama.cpp with no --swa-full" },
    { settings: { contextCheckpoints: 4 }, first: "llama.cpp with --ctx-checkpoints 0" },
    { settings: { runtime: "ollama" }, first: undefined },
    { settings: { runtime: "vllm" }, first: "vLLM with --max-num-batched-tokens 2048" },
    { settings: { runtime: "vllm", batchedTokens: 2048 }, first: undefined },
    { settings: { runtime: "vllm", swapSpaceGibibytes: 4 }, first: "vLLM with --swap-space 0" },
    { settings: { runtime: "vllm", cacheBlocks: 9 }, first: "vLLM with no --num-gpu-blocks-override" },
    {
      settings: { runtime: "vllm", gpuMemoryUtilization: 0.7 },
      first: "vLLM with --gpu-memory-utilization 0.60",
    },
  ])("starts for $settings with $first", ({ settings, first }) => {
    expect(changes({ model: "qwen3-8b", ...settings })[0]).toBe(first);
  });

  it("gives each workload its own flags, and a detector none", () => {
    const { settings } = flagsLever(
      planOf([{ model: "yolo11s" }, { model: "qwen3-8b", runtime: "vllm" }, { model: "qwen3-4b" }]),
      knowledge,
    );
    const [detector, served, local] = settings[0]?.input.workloads ?? [];
    expect(detector).toEqual(place({ model: "yolo11s" }).resolved);
    expect([served?.batchedTokens, served?.promptCache]).toEqual([2048, undefined]);
    expect([local?.batchedTokens, local?.promptCache]).toEqual([undefined, false]);
  });
});

describe("runtimeLever()", () => {
  it.each([
    { runtime: "vllm", quantization: "w4a16", to: ["llama-cpp", "q4-k-m"] },
    { runtime: "vllm", quantization: "fp8", to: ["llama-cpp", "q8-0"] },
    { runtime: "transformers", quantization: "bf16", to: ["llama-cpp", "fp16"] },
  ])("goes from $runtime with $quantization to $to", ({ to, ...workload }) => {
    const { settings } = runtimeLever(
      planOf([{ model: "qwen3-8b", ...workload, kvCacheType: "f16", gpuMemoryUtilization: 0.9 }]),
      knowledge,
    );
    const moved = settings[0]?.input.workloads[0];
    expect([moved?.runtime, moved?.quantization, moved?.kvCacheType]).toEqual([...to, "f16"]);
    expect(moved?.gpuMemoryUtilization).toBeUndefined();
  });

  it("takes a detector from PyTorch to TensorRT, and leaves a model that llama.cpp does not serve", () => {
    const plan = planOf([
      { model: "yolo11s", runtime: "pytorch" },
      { model: "openvla-7b", runtime: "transformers" },
    ]);
    const [setting] = runtimeLever(plan, knowledge).settings;
    expect(setting?.change).toBe("YOLO11s in TensorRT instead of PyTorch");
    expect(setting?.input.workloads.map(({ runtime }) => runtime)).toEqual(["tensorrt", "transformers"]);
  });

  it("has nothing leaner than llama.cpp", () => {
    expect(runtimeLever(planOf([{ model: "qwen3-8b" }]), knowledge).settings).toEqual([]);
  });
});

describe("releaseLever()", () => {
  it.each([
    { l4t: "36.4.7", changes: ["upgrade to L4T 36.5.0 (JetPack 6.2.2)"] },
    { l4t: "36.5.0", changes: [] },
    { l4t: "38.2.2", changes: [] },
    { l4t: "JetPack 6.2.1", changes: [] },
    { l4t: undefined, changes: [] },
  ])("offers $changes for $l4t", ({ l4t, changes }) => {
    const { settings } = releaseLever(planOf([{ model: "qwen3-8b" }], l4t), knowledge);
    expect(settings.map(({ change }) => change)).toEqual(changes);
  });
});
