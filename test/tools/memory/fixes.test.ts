import { describe, expect, it } from "vitest";
import { leverNames, planLever, planLevers } from "../../../tools/memory/fixes.ts";
import { MemoryFitInput } from "../../../tools/memory/plan.ts";
import { knowledge, place } from "../../fixtures/knowledge.ts";

/** The settings of each lever of a plan, by the lever's name. */
function levers(workloads: unknown[], os: "headless" | "desktop" = "desktop") {
  const placed = workloads.map(place);
  const resolved = placed.map((each) => each.resolved);
  const input = MemoryFitInput.parse({ device: "orin-nx-8gb", os, workloads: resolved });
  const all = planLevers({ input, workloads: placed }, false, knowledge);
  const settings = (name: string) => all.find((lever) => lever.name === name)?.settings ?? [];
  return {
    input,
    names: all.map(({ name }) => name),
    changes: (name: string) => settings(name).map(({ change }) => change),
    inputs: (name: string) => settings(name).map((setting) => setting.input),
  };
}

describe("planLevers()", () => {
  it("has every lever, smallest change first", () => {
    expect(levers([{ model: "qwen3-8b" }]).names).toEqual([
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
    ]);
  });

  it("makes one lever by its name as it makes them all", () => {
    const placed = place({ model: "qwen3-8b" });
    const plan = {
      input: MemoryFitInput.parse({ device: "orin-nx-8gb", workloads: [placed.resolved] }),
      workloads: [placed],
    };
    expect(leverNames.map((name) => planLever(name, plan, false, knowledge))).toEqual(
      planLevers(plan, false, knowledge),
    );
  });

  it("steps down the formats the engine loads, largest first, and says from what to what", () => {
    const { changes, inputs, input } = levers([{ model: "qwen3-8b", quantization: "q5-k-m" }]);
    expect(changes("quantization")).toEqual([
      "Qwen3 8B in Q4_K_M instead of Q5_K_M",
      "Qwen3 8B in IQ4_XS instead of Q5_K_M",
      "Qwen3 8B in Q3_K_M instead of Q5_K_M",
      "Qwen3 8B in Q2_K instead of Q5_K_M",
    ]);
    const [workload] = input.workloads;
    expect(inputs("quantization")[0]).toEqual({
      ...input,
      workloads: [{ ...workload, quantization: "q4-k-m" }],
    });
  });

  it.each([
    { runtime: "tensorrt-edge-llm", quantization: "fp16", first: "INT8" },
    { runtime: "mlc", quantization: "q4f16-1", first: undefined },
  ])("goes from $quantization in $runtime to $first first", ({ runtime, quantization, first }) => {
    const [change] = levers([{ model: "qwen3-8b", runtime, quantization }]).changes("quantization");
    expect(change?.split(" ")[3]).toBe(first);
  });

  it("changes the format of the largest language model of a plan, never of a detector", () => {
    const { inputs, changes } = levers([{ model: "yolo11s" }, { model: "qwen3-4b" }, { model: "qwen3-8b" }]);
    expect(changes("quantization")[0]).toMatch(/^Qwen3 8B in /);
    expect(inputs("quantization")[0]?.workloads.map(({ quantization }) => quantization)).toEqual([
      "fp16",
      "q4-k-m",
      "iq4-xs",
    ]);
    expect(levers([{ model: "yolo11s" }]).changes("quantization")).toEqual([]);
  });

  it.each([
    { contextTokens: 1024, steps: [] },
    { contextTokens: 1025, steps: ["1,024 tokens of context"] },
    { contextTokens: 4096, steps: ["2,048 tokens of context", "1,024 tokens of context"] },
    {
      contextTokens: 4097,
      steps: ["4,096 tokens of context", "2,048 tokens of context", "1,024 tokens of context"],
    },
  ])("steps down from $contextTokens tokens of context to $steps", ({ contextTokens, steps }) => {
    expect(levers([{ model: "qwen3-8b", contextTokens }]).changes("context")).toEqual(steps);
  });

  it("shortens only the contexts that are longer than the step", () => {
    const { inputs } = levers([
      { model: "qwen3-8b", contextTokens: 5000 },
      { model: "qwen3-4b", contextTokens: 3000 },
      { model: "yolo11s" },
    ]);
    expect(
      inputs("context").map(({ workloads }) => workloads.map(({ contextTokens }) => contextTokens)),
    ).toEqual([
      [4096, 3000, undefined],
      [2048, 2048, undefined],
      [1024, 1024, undefined],
    ]);
  });

  it.each([
    { runtime: "llama-cpp", kvCacheType: "f16", types: ["q8_0", "q4_0"] },
    { runtime: "llama-cpp", kvCacheType: "q8_0", types: ["q4_0"] },
    { runtime: "llama-cpp", kvCacheType: "q4_0", types: [] },
    { runtime: "vllm", kvCacheType: "f16", types: ["fp8"] },
    { runtime: "mlc", kvCacheType: "f16", types: [] },
  ])("offers a cache in $types to $runtime with $kvCacheType", ({ types, ...workload }) => {
    const { changes } = levers([{ model: "qwen3-8b", ...workload }]);
    expect(changes("kv-cache")).toEqual(types.map((type) => `KV cache in ${type}`));
  });

  it("turns off the desktop, when there is one", () => {
    const { inputs, input } = levers([{ model: "qwen3-8b" }]);
    expect(inputs("headless")).toEqual([{ ...input, os: "headless" }]);
    expect(levers([{ model: "qwen3-8b" }], "headless").inputs("headless")).toEqual([]);
  });

  it("leaves the plan itself as it is", () => {
    const { input } = levers([{ model: "qwen3-8b" }]);
    expect(input.workloads[0]).toMatchObject({
      quantization: "q4-k-m",
      contextTokens: 4096,
      kvCacheType: "f16",
    });
  });
});
