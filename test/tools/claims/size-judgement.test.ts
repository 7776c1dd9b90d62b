import { describe, expect, it } from "vitest";
import { ClaimInput, toClaimed } from "../../../tools/claims/claim-input.ts";
import { isSizeMetric, judgeSize } from "../../../tools/claims/size-judgement.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

async function judge(raw: object) {
  const input = ClaimInput.parse(raw);
  return await judgeSize(input, toClaimed(input), knowledge);
}
async function codes(raw: object): Promise<string[]> {
  return (await judge(raw)).reasons.map(({ code, verdict }) => `${code}: ${verdict}`);
}

const seventy = { model: { name: "a 70B model", parametersBillions: 70 }, metric: "weights" };
const cache = { model: "llama-3.2-3b", metric: "kv-cache", contextTokens: 2048 };

describe("isSizeMetric()", () => {
  it.each([
    ["memory", true],
    ["kv-cache", true],
    ["memory-capacity", false],
    ["decode", false],
  ] as const)("of %s is %s", (metric, expected) => {
    expect(isSizeMetric(metric)).toBe(expected);
  });
});

describe("judgeSize()", () => {
  it("confirms 140 GB for 70 billion parameters of 16 bits", async () => {
    expect(await codes({ ...seventy, quantization: "fp16", value: "140 GB" })).toEqual([
      "as-computed: consistent",
    ]);
  });

  it("forbids 280 GB at 4 bits: that is 32 bits a parameter", async () => {
    const { reasons } = await judge({ ...seventy, quantization: "w4a16", value: "280 GB" });
    expect(reasons[0]).toMatchObject({ code: "above-format", verdict: "impossible" });
    expect(reasons[0]?.message).toContain("32.0 bits a parameter");
  });

  it("forbids fewer bytes than the bits of the format, and doubts the nominal ones", async () => {
    expect(await codes({ ...seventy, quantization: "w4a16", value: "34 GB" })).toContain(
      "below-nominal-bits: impossible",
    );
    expect(await codes({ ...seventy, quantization: "w4a16", value: "35 GB" })).toEqual([
      "smaller-than-computed: doubtful",
    ]);
  });

  it("knows the cache to two percent: 28 layers × 8 heads × 128 × 2 × 2 B × 2,048", async () => {
    expect(await codes({ ...cache, value: 234_881_024 })).toEqual(["as-computed: consistent"]);
    expect(await codes({ ...cache, value: 1.03 * 234_881_024 })).toEqual(["larger-than-computed: doubtful"]);
    expect(await codes({ ...cache, value: "1.5 GB" })).toEqual(["larger-than-computed: implausible"]);
  });

  it("forbids a memory below the weights or above the board", async () => {
    const memory = { model: "qwen2.5-7b", quantization: "q4-k-m", device: "orin-nx-16gb", metric: "memory" };
    expect(await codes({ ...memory, value: "3 GB" })).toContain("below-weights: impossible");
    expect(await codes({ ...memory, value: "20 GB" })).toContain("above-board-memory: impossible");
    expect(await codes({ ...memory, value: "5.5 GB" })).toEqual(["as-computed: consistent"]);
  });

  it("takes a vision tower with or without its working memory", async () => {
    const tower = { model: "qwen2.5-vl-7b", metric: "vision" };
    expect(await codes({ ...tower, value: "1.35 GB" })).toEqual(["as-computed: consistent"]);
    expect(await codes({ ...tower, value: "2 GB" })).toEqual(["as-computed: consistent"]);
    expect(await codes({ ...tower, value: "1 GB" })).toEqual(["smaller-than-computed: doubtful"]);
  });

  it("finds nothing without a model, and where the model has no such part", async () => {
    expect(await codes({ metric: "weights", value: 1 })).toEqual([]);
    expect(await codes({ model: "llama-3.2-3b", metric: "state", value: 1 })).toEqual([]);
  });
});
