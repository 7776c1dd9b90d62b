import { describe, expect, it } from "vitest";
import { evaluateConfiguration } from "../../../tools/sweep/configuration.ts";
import { bitsPerWeight, judge } from "../../../tools/sweep/entry.ts";
import type { Requirements } from "../../../tools/sweep/requirements.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

function judged(device: string, workload: object, wanted: Requirements = {}) {
  const terms = { setting: { os: "desktop", promptTokens: 512, leading: 0 } as const, wanted };
  const configuration = evaluateConfiguration(board(device), [place(workload)], terms.setting, knowledge);
  return judge(configuration, terms, 7, knowledge);
}

describe("bitsPerWeight()", () => {
  it.each([
    { workload: { model: { name: "Mine", parametersBillions: 1 }, quantization: "fp16" }, bits: 16 },
    { workload: { model: { name: "Mine", parametersBillions: 8 }, quantization: "q8-0" }, bits: 8.5 },
    { workload: { model: "yolo11s" }, bits: 16 },
  ])("of $workload.model is $bits", ({ workload, bits }) => {
    expect(bitsPerWeight(place(workload))).toBeCloseTo(bits, 1);
  });
});

describe("judge()", () => {
  it("takes price and watts of the board and its mode from the records", () => {
    const { figures, misses, index } = judged("agx-orin-64gb", { model: "qwen3-4b" });
    expect(figures).toMatchObject({ verdict: "fits", watts: 60, priceUsd: 3499, contextTokens: 4096 });
    expect({ misses, index }).toEqual({ misses: 0, index: 7 });
  });

  it("counts the pace up to what suffices", () => {
    const slow = judged("agx-orin-64gb", { model: "llama-3.3-70b" });
    expect(slow.pace).toBeGreaterThan(0);
    expect(slow.pace).toBeLessThan(1);
    expect(judged("agx-orin-64gb", { model: "llama-3.3-70b" }, { minimumTokensPerSecond: 1 }).pace).toBe(1);
  });

  it.each([
    { workload: { model: "qwen2.5-vl-7b", contextTokens: 512 }, missed: ["context-too-short"] },
    { workload: { model: "qwen3-4b", contextTokens: 999_999 }, missed: "context-beyond-model" },
  ])("finds a context that cannot be: $missed", ({ workload, missed }) => {
    expect(judged("agx-orin-64gb", workload).missed).toEqual(
      Array.isArray(missed) ? missed : expect.arrayContaining([missed]),
    );
  });
});
