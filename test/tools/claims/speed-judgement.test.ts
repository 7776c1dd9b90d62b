import { describe, expect, it } from "vitest";
import { ClaimInput, toClaimed } from "../../../tools/claims/claim-input.ts";
import { isSpeedMetric, judgeSpeed } from "../../../tools/claims/speed-judgement.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

async function judge(raw: object) {
  const input = ClaimInput.parse({ metric: "decode", ...raw });
  return await judgeSpeed(input, toClaimed(input), knowledge);
}
const codes = ({ reasons }: { reasons: { code: string; verdict: string }[] }) =>
  reasons.map(({ code, verdict }) => `${code}: ${verdict}`);

const llama = { device: "orin-nano-8gb-super", model: "llama-3.2-1b", quantization: "fp16" };

describe("isSpeedMetric()", () => {
  it.each([
    ["decode", true],
    ["time-to-first-token", true],
    ["memory", false],
    ["price", false],
  ] as const)("of %s is %s", (metric, expected) => {
    expect(isSpeedMetric(metric)).toBe(expected);
  });
});

describe("judgeSpeed()", () => {
  it("forbids what the bandwidth cannot carry, with the division", async () => {
    const found = await judge({ ...llama, value: "55 tok/s" });
    expect(found.reasons[0]).toEqual({
      code: "above-bandwidth-ceiling",
      message: "102.4 GB/s ÷ 2.47 GB a pass = 41.43 tok/s at most; 55 tok/s is 1.33 × that.",
      verdict: "impossible",
    });
    expect(found.ceiling).toBeCloseTo(41.4, 1);
    expect(found.facts.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["bandwidth", "streamed", "ceiling"]),
    );
    expect(found.assumptions).toContain("the ceiling is that of an empty cache");
  });

  it("has a lower ceiling in a mode with less bandwidth, and with a full cache", async () => {
    const at = async (change: object) => (await judge({ ...llama, value: 1, ...change })).ceiling ?? 0;
    expect(await at({ powerMode: "15W" })).toBeCloseTo(27.5, 1);
    expect(await at({ contextTokens: 65_536 })).toBeLessThan(25);
  });

  it("allows eight streams eight times one, and a draft what it gets accepted", async () => {
    const one = (await judge({ ...llama, value: 1 })).ceiling ?? 0;
    const eight = await judge({ ...llama, metric: "aggregate", concurrency: 8, value: 1 });
    expect(eight.ceiling).toBeCloseTo(8 * one);
    const speculativeDecoding = { method: "EAGLE-3", acceptedTokensPerPass: 3 };
    const drafted = (await judge({ ...llama, speculativeDecoding, value: 1 })).ceiling ?? 0;
    expect(drafted).toBeGreaterThan(2.5 * one);
    expect(drafted).toBeLessThanOrEqual(3 * one);
  });

  it("is milder where the acceptance of the draft is not stated", async () => {
    const found = await judge({ ...llama, speculativeDecoding: { method: "EAGLE-3" }, value: 1000 });
    expect(codes(found)[0]).toBe("above-bandwidth-ceiling: implausible");
  });

  it("takes a speed inside the estimate for consistent, and a slow one for doubtful", async () => {
    expect(codes(await judge({ ...llama, value: 25 }))).toEqual(["within-estimate: consistent"]);
    expect(codes(await judge({ ...llama, value: 0.1 }))).toEqual(["slower-than-estimated: doubtful"]);
  });

  it("forbids prompt speeds beyond the arithmetic units, and first tokens before the prompt can be read", async () => {
    const thor = { device: "agx-thor-devkit", model: "qwen3-8b", quantization: "bf16", runtime: "vllm" };
    expect(codes(await judge({ ...thor, metric: "prefill", value: 20_000 }))[0]).toBe(
      "above-compute-ceiling: impossible",
    );
    const first = { ...thor, metric: "time-to-first-token", value: "20 ms" };
    expect(codes(await judge({ ...first, promptTokens: 2043 }))[0]).toBe("below-compute-floor: impossible");
    expect(codes(await judge(first)).some((code) => code.endsWith("impossible"))).toBe(false);
  });

  it("says when the combination cannot run", async () => {
    const found = await judge({ ...llama, quantization: "nvfp4", runtime: "tensorrt-edge-llm", value: 20 });
    expect(codes(found)).toEqual(["no-fp4-hardware: implausible"]);
  });

  it("finds nothing without a board, a model or a speed", async () => {
    expect((await judge({ model: "llama-3.2-1b", value: 1 })).reasons).toEqual([]);
    expect((await judge({ device: "agx-orin-64gb", value: 1 })).reasons).toEqual([]);
    expect((await judge({ ...llama, metric: "memory", value: 1 })).reasons).toEqual([]);
  });
});
