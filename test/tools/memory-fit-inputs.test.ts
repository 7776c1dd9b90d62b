import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MemoryFitInput } from "../../tools/memory/plan.ts";
import { type MemoryFit, memoryFit } from "../../tools/memory-fit.ts";
import type { WorkloadInput } from "../../tools/placement/workload.ts";
import { fitMemory, knowledge, partBytes } from "../fixtures/knowledge.ts";

const call = async (input: unknown) => await memoryFit.call(input, knowledge);
const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

const anyWorkload = fc.record(
  {
    model: fc.constantFrom(...idsOf(knowledge.models.entries)),
    quantization: fc.constantFrom(...idsOf(knowledge.quantizations.entries)),
    runtime: fc.constantFrom("llama-cpp", "ollama", "vllm", "tensorrt-edge-llm", "transformers"),
    contextTokens: fc.integer({ min: 1, max: 200_000 }),
    concurrency: fc.integer({ min: 1, max: 64 }),
    kvCacheType: fc.constantFrom("f16", "q8_0", "q4_0", "fp8"),
    images: fc.integer({ min: 0, max: 4 }),
    streams: fc.integer({ min: 1, max: 8 }),
  },
  { requiredKeys: ["model"] },
);
const anyPlan = fc.record(
  {
    device: fc.constantFrom(...idsOf(knowledge.devices.entries)),
    os: fc.constantFrom("headless", "desktop"),
    workloads: fc.array(anyWorkload, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ["device", "workloads"] },
);

/** What a fix changed, as its place in the order of the levers. */
function placeOf(input: MemoryFitInput, resolved: MemoryFitInput): number {
  const differs = (...keys: (keyof WorkloadInput)[]) =>
    input.workloads.some((workload, index) =>
      keys.some((key) => workload[key] !== resolved.workloads[index]?.[key]),
    );
  const isMoved = differs("runtime");
  const isShrunk = differs("images", "imageWidth");
  const changed = [
    differs("quantization") && !isMoved,
    differs("contextTokens") && !isShrunk,
    differs("kvCacheType") && !isMoved,
    input.os !== resolved.os,
    differs("promptCache", "microBatchTokens", "batchedTokens") && !isMoved,
    isShrunk,
    differs("streams"),
    differs("concurrency"),
    isMoved,
  ];
  if (input.device !== resolved.device) return changed.length + 1;
  return changed.filter(Boolean).length > 1 ? changed.length : changed.indexOf(true);
}

async function expectFixes({ fixes, verdict, resolved }: MemoryFit): Promise<void> {
  if (verdict === "fits") expect(fixes).toEqual([]);
  for (const fix of fixes) {
    const after = await fitMemory(fix.input);
    expect([after.verdict, after.headroomBytes]).toEqual([fix.verdict, fix.headroomBytes]);
    expect(["fits", "tight"]).toContain(fix.verdict);
  }
  const order = fixes.map(({ input }) => placeOf(input, resolved));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order).not.toContain(-1);
}

describe("memory-fit for any plan", () => {
  it("has lines that add up exactly, a working set, and fixes that hold, in order", async () => {
    const property = fc.asyncProperty(anyPlan, async (plan) => {
      const result = await fitMemory(plan);
      const { lines, bytesNeeded, bytesAvailable, headroomBytes, workingSetBytes, blockers, verdict } =
        result;
      expect(lines.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(bytesNeeded);
      expect(lines.every(({ bytes }) => Number.isInteger(bytes) && bytes >= 0)).toBe(true);
      expect(workingSetBytes).toBe(bytesNeeded - partBytes(result, "os", "reserve"));
      expect(headroomBytes).toBe(bytesAvailable - bytesNeeded);
      expect(verdict === "unsupported").toBe(blockers.length > 0);
      await expectFixes(result);
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it("gives the same for what it resolved, with nothing left to assume of the workloads", async () => {
    const property = fc.asyncProperty(anyPlan, async (plan) => {
      const { assumptions, ...first } = await fitMemory(plan);
      const { assumptions: fewer, ...again } = await fitMemory(first.resolved);
      expect(again).toEqual(first);
      expect(assumptions).toEqual(expect.arrayContaining(fewer));
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it("gives the same bytes for the same plan", async () => {
    const property = fc.asyncProperty(anyPlan, async (plan) => {
      expect(JSON.stringify(await call(plan))).toBe(JSON.stringify(await call(structuredClone(plan))));
    });
    await fc.assert(property, { numRuns: 100 });
  });

  it.each(["contextTokens", "concurrency"] as const)("never needs less for more %s", async (key) => {
    const more = fc.integer({ min: 1, max: 5000 });
    const property = fc.asyncProperty(anyPlan, more, async (plan, extra) => {
      const [workload, ...others] = plan.workloads;
      const base = { contextTokens: 4096, concurrency: 1, ...workload };
      const needs = async (first: unknown) =>
        (await fitMemory({ ...plan, workloads: [first, ...others] })).bytesNeeded;
      expect(await needs({ ...base, [key]: base[key] + extra })).toBeGreaterThanOrEqual(await needs(base));
    });
    await fc.assert(property, { numRuns: 150 });
  });
});

const seven = { name: "Seven", parametersBillions: 7 };

describe("memory-fit: inline records", () => {
  it("takes the smallest model and the smallest board, and says what it had to assume", async () => {
    const device = { name: "Mine", memory: "16 GB", bandwidth: "100 GB/s" };
    const result = await fitMemory({ device, workloads: [{ model: seven }] });
    expect(result).toMatchObject({
      verdict: "fits",
      bytesAvailable: 16e9,
      names: { device: "Mine", workloads: ["Seven"] },
      resolved: { device, os: "desktop", workloads: [{ model: seven, contextTokens: 4096 }] },
    });
    expect(result.resolved).not.toHaveProperty("powerMode");
    expect(result.assumptions).toEqual([
      "desktop running",
      "Seven: runtime llama.cpp",
      "Seven: format Q4_K_M",
      "Seven: 4,096 tokens of context",
      "Seven: architecture unknown, its cache is estimated with 38 layers of 8 × 128",
    ]);
    expect(partBytes(result, "weights")).toBeGreaterThan((7e9 * 4) / 8);
    expect(partBytes(result, "kv-cache")).toBe(38 * 4096 * 8 * 2 * 128 * 2);
  });

  it("estimates the layers of a model that states only the width of its latent cache", async () => {
    const latent = { ...seven, latentKvSize: 576 };
    const result = await fitMemory({ device: "thor", workloads: [{ model: latent }] });
    expect(result.assumptions.join()).toContain("Seven: architecture unknown");
    expect(partBytes(result, "kv-cache")).toBe(38 * 4096 * 576 * 2);
  });
});

describe("memory-fit: errors", () => {
  const workloads = [{ model: "qwen3-8b" }];

  it.each([
    {
      what: "a board that may be two",
      input: { device: "Orin NX", workloads },
      code: "ambiguous-id",
      candidates: ["orin-nx-16gb", "orin-nx-8gb"],
    },
    {
      what: "a board nobody knows",
      input: { device: "orin-nx-32gb", workloads },
      code: "unknown-id",
      candidates: expect.arrayContaining(["orin-nx-16gb"]),
    },
    {
      what: "a model nobody knows",
      input: { device: "thor", workloads: [{ model: "qwen3-9b" }] },
      code: "unknown-id",
      candidates: expect.arrayContaining(["qwen3-8b"]),
    },
    {
      what: "a mode the board lacks",
      input: { device: "agx-orin-64gb", powerMode: "99W", workloads },
      code: "unknown-id",
      candidates: ["MAXN", "MODE_50W", "MODE_30W", "MODE_15W"],
    },
    {
      what: "nothing to run",
      input: { device: "thor", workloads: [] },
      code: "invalid-input",
      candidates: [],
    },
    {
      what: "half a token",
      input: { device: "thor", workloads: [{ model: "qwen3-8b", contextTokens: 0.5 }] },
      code: "invalid-input",
      candidates: [],
    },
    {
      what: "an inline model without a size",
      input: { device: "thor", workloads: [{ model: { name: "Mine" } }] },
      code: "invalid-input",
      candidates: [],
    },
    {
      what: "an inline board with a typo",
      input: { device: { name: "Mine", memroy: "8 GB" }, workloads },
      code: "invalid-input",
      candidates: [],
    },
  ])("throws $code with candidates for $what", async ({ input, code, candidates }) => {
    await expect(call(input)).rejects.toMatchObject({ code, candidates });
  });
});

describe("memory-fit: commands", () => {
  it("build an engine for the prompts and images that the ledger counts", async () => {
    const vision = { model: "qwen3-vl-8b", runtime: "tensorrt-edge-llm", contextTokens: 8192 };
    const command = async (settings: object) => {
      const { commands } = await fitMemory({
        device: "agx-orin-64gb",
        workloads: [{ ...vision, ...settings }],
      });
      return commands[0]?.command ?? "";
    };
    expect(await command({})).toContain("--maxInputLen 2048 --maxKVCacheCapacity 8192");
    expect(await command({})).not.toContain("--maxImageTokens");
    expect(await command({ maxInputTokens: 512, engineImageTokens: 2048 })).toMatch(
      /--maxInputLen 512 .*--maxImageTokens 2048/,
    );
  });
});
