import { describe, expect, it } from "vitest";
import { GIB, MIB } from "../../../knowledge/units.ts";
import { allocationRefusal, largestAllocation } from "../../../tools/memory/allocations.ts";
import { languageShares } from "../../../tools/memory/language-lines.ts";
import { toRelease } from "../../../tools/placement/release.ts";
import { assume, board, fitMemory, knowledge, languageModel, place } from "../../fixtures/knowledge.ts";

function largest(workload: { model: string } & Record<string, unknown>): number {
  const placed = place(workload);
  return largestAllocation(
    placed,
    languageShares(placed, languageModel(workload.model), knowledge),
    knowledge,
  );
}

describe("largestAllocation()", () => {
  it("is all weights on the GPU for llama.cpp, or the cache where that is larger", () => {
    expect(Math.abs(largest({ model: "qwen2.5-7b" }) / (4168.09 * MIB) - 1)).toBeLessThan(0.01);
    expect(largest({ model: "qwen2.5-7b", contextTokens: 131_072 })).toBe(7 * GIB);
  });

  it("is the larger of two caches where windows have one of their own", () => {
    const short = { model: "gemma-3-270m", contextTokens: 32_768 };
    expect(largest({ ...short, kvCacheType: "f16" })).toBeGreaterThan(3 * 32_768 * 2 * 256 * 2 - 1);
  });

  it("is a layer, the embedding or the activations for vLLM", () => {
    expect(largest({ model: "qwen3-8b", runtime: "vllm" })).toBe(Math.round(assume("activations-pytorch")));
    expect(largest({ model: "qwen3-8b", runtime: "vllm", contextTokens: 1_048_576 })).toBe(4 * GIB);
  });

  it("is the largest part of a detector", () => {
    const parts = [
      { part: "weights" as const, bytes: 10 },
      { part: "compute" as const, bytes: 30 },
      { part: "runtime" as const, bytes: 99 },
    ];
    expect(largestAllocation(place({ model: "yolo11s" }), parts, knowledge)).toBe(30);
  });
});

describe("allocationRefusal()", () => {
  const refused = assume("refused-allocation");
  const on = (l4t: string | undefined, bytes: number) =>
    allocationRefusal(toRelease(l4t, board("orin-nx-16gb"), knowledge), bytes, knowledge);

  it.each([
    { l4t: "36.4.7", bytes: refused, isRefused: true },
    { l4t: "36.4.7", bytes: refused - 1, isRefused: false },
    { l4t: "35.6.3", bytes: refused, isRefused: true },
    { l4t: "36.5.0", bytes: refused, isRefused: false },
    { l4t: "36.4.4", bytes: refused, isRefused: false },
    { l4t: undefined, bytes: refused, isRefused: false },
  ])("refuses $bytes bytes on $l4t: $isRefused", ({ l4t, bytes, isRefused }) => {
    expect(on(l4t, bytes) !== null).toBe(isRefused);
  });

  it("says what refuses, how much, and what mends it", () => {
    expect(on("36.4.7", refused)).toEqual({
      code: "allocation-refused",
      message:
        "L4T 36.4.7 refuses a single allocation of 4.29 GB (NvMap error 12) with more memory free: upgrade to L4T 36.5.0, or take smaller weights, a shorter context or a smaller type of cache.",
      source: "jetson-facts-review",
    });
  });

  it("makes a plan not fit that would otherwise, and mends it by the release first (J06)", async () => {
    const plan = { device: "orin-nx-16gb", workloads: [{ model: "qwen2.5-7b" }] };
    const refusedPlan = await fitMemory({ ...plan, l4t: "36.4.7" });
    expect(refusedPlan.verdict).toBe("does-not-fit");
    expect(refusedPlan.headroomBytes).toBeGreaterThan(7e9);
    expect(refusedPlan.fixes[0]).toMatchObject({
      change: "upgrade to L4T 36.5.0 (JetPack 6.2.2)",
      input: { l4t: "36.5.0" },
      verdict: "fits",
    });
    expect(refusedPlan.fixes[1]?.input.workloads[0]?.quantization).toBe("iq4-xs");
    for (const l4t of [undefined, "36.5.0", "JetPack 6.2.1"])
      expect((await fitMemory({ ...plan, ...(l4t && { l4t }) })).verdict).toBe("fits");
  });
});
