import { describe, expect, it } from "vitest";
import { GIB } from "../../../knowledge/units.ts";
import { hasPool } from "../../../tools/memory/memory-pool.ts";
import { board, fitMemory, partBytes, place } from "../../fixtures/knowledge.ts";

const nx = "orin-nx-16gb";
const served = { model: "qwen2.5-7b", quantization: "q4-k-m", runtime: "vllm", contextTokens: 200 };
const sized = (settings: object, model: object = served) =>
  fitMemory({ device: nx, workloads: [{ ...model, ...settings }] });

describe("hasPool()", () => {
  it.each([
    { workload: served, pooled: false },
    { workload: { ...served, gpuMemoryUtilization: 0.5 }, pooled: true },
    { workload: { ...served, cacheBlocks: 9 }, pooled: true },
    { workload: { model: "qwen3-8b", gpuMemoryUtilization: 0.5 }, pooled: false },
  ])("is $pooled for $workload", ({ workload, pooled }) => {
    expect(hasPool(place(workload))).toBe(pooled);
  });
});

describe("withPool()", () => {
  it("does not fit what was killed on an Orin NX: 11,836 blocks of 917,504 bytes and 4 GiB of swap (J02)", async () => {
    const result = await sized({ cacheBlocks: 11_836, swapSpaceGibibytes: 4 });
    expect(result.verdict).toBe("does-not-fit");
    expect(partBytes(result, "kv-cache")).toBe(11_836 * 917_504);
    expect(partBytes(result, "cache")).toBe(4 * GIB);
    expect(Math.abs(partBytes(result, "weights") / (4.3752 * GIB) - 1)).toBeLessThan(0.02);
    expect((await sized({ gpuMemoryUtilization: 0.9, swapSpaceGibibytes: 4 })).verdict).toBe("does-not-fit");
    expect((await sized({})).verdict).toBe("fits");
  });

  it("takes its share of the memory whatever the need, to a block", async () => {
    const total = board(nx).record.memTotal ?? 0;
    for (const gpuMemoryUtilization of [0.6, 0.7]) {
      const { workingSetBytes } = await sized({ gpuMemoryUtilization });
      expect(workingSetBytes).toBeLessThanOrEqual(gpuMemoryUtilization * total + 1);
      expect(workingSetBytes).toBeGreaterThan(gpuMemoryUtilization * total - 917_504);
    }
  });

  it("counts swap beside the need as well", async () => {
    const [without, with2] = [await sized({}), await sized({ swapSpaceGibibytes: 2 })];
    expect(with2.bytesNeeded - without.bytesNeeded).toBe(2 * GIB);
    expect(partBytes(with2, "kv-cache")).toBe(partBytes(without, "kv-cache"));
  });

  it.each([
    { contextTokens: 16, starts: true },
    { contextTokens: 17, starts: false },
  ])(
    "starts with a pool of one block for $contextTokens tokens: $starts",
    async ({ contextTokens, starts }) => {
      const { verdict, blockers } = await sized({ cacheBlocks: 1, contextTokens });
      expect(verdict).toBe(starts ? "fits" : "does-not-fit");
      expect(blockers.map(({ code }) => code)).toEqual(starts ? [] : ["cache-pool-too-small"]);
    },
  );
});
