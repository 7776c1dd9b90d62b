import { describe, expect, it } from "vitest";
import { fixLabel } from "../../../server/agent/fix-label.ts";
import type { MemoryFitInput } from "../../../tools/memory/plan.ts";
import { memoryFit } from "../../../tools/memory-fit.ts";
import type { WorkloadInput } from "../../../tools/placement/workload.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const before: MemoryFitInput = {
  device: "orin-nano-8gb",
  os: "desktop",
  workloads: [
    {
      model: "qwen2.5-vl-7b",
      quantization: "q8-0",
      runtime: "vllm",
      contextTokens: 8192,
      kvCacheType: "f16",
    },
  ],
};

/** The label of a fix that changes the board or its system, or the workload. */
function label(
  board: Partial<MemoryFitInput>,
  workload: Partial<WorkloadInput> = {},
  change = "other words",
) {
  const workloads = before.workloads.map((each) => ({ ...each, ...workload }));
  const input = { ...before, ...board, workloads };
  return fixLabel({ change, input, verdict: "fits", headroomBytes: 0 }, before, knowledge);
}

describe("fixLabel()", () => {
  it.each([
    { workload: { quantization: "q4-k-m" }, words: "Q4_K_M instead" },
    { workload: { contextTokens: 4096 }, words: "4,096 tokens of context" },
    { workload: { kvCacheType: "q8-0" }, words: "KV cache in q8_0" },
    { workload: { concurrency: 1 }, words: "1 sequence at once" },
    { workload: { streams: 2 }, words: "2 streams" },
    { workload: { images: 2, contextTokens: 4096 }, words: "2 images at a time" },
    { workload: { imageWidth: 640, imageHeight: 360, contextTokens: 2048 }, words: "Images of 640×360" },
    { workload: { runtime: "llama-cpp", quantization: "q4-k-m" }, words: "llama.cpp instead" },
    { workload: { batchedTokens: 2048 }, words: "Other words" },
  ])("says $words", ({ workload, words }) => {
    expect(label({}, workload)).toBe(words);
  });

  it("says another board, another system and another release", () => {
    expect(label({ device: "orin-nx-16gb" })).toBe("On the Orin NX 16GB");
    expect(label({ os: "headless" })).toBe("Headless");
    expect(label({ l4t: "36.5.0" }, {}, "upgrade to L4T 36.5.0")).toBe("Upgrade to L4T 36.5.0");
  });

  it("says each of several changes", () => {
    const workload = { quantization: "q4-k-m", contextTokens: 2048 };
    expect(label({ os: "headless" }, workload)).toBe("Headless, Q4_K_M, 2,048 tokens");
  });

  it("names every fix of a plan that does not fit apart from the others", async () => {
    const { fixes, resolved } = await memoryFit.run(
      {
        device: "orin-nx-16gb",
        workloads: [{ model: "qwen3-14b", quantization: "q6-k", contextTokens: 32_768 }],
      },
      knowledge,
    );
    const labels = fixes.map((fix) => fixLabel(fix, resolved, knowledge));
    expect(labels.length).toBeGreaterThan(1);
    expect(new Set(labels).size).toBe(labels.length);
  });
});
