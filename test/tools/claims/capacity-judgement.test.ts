import { describe, expect, it } from "vitest";
import { judgeCapacity } from "../../../tools/claims/capacity-judgement.ts";
import { ClaimInput, toClaimed } from "../../../tools/claims/claim-input.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

async function judge(raw: object) {
  const input = ClaimInput.parse({ metric: "largest-model", ...raw });
  return await judgeCapacity(input, toClaimed(input), knowledge);
}

describe("judgeCapacity()", () => {
  it.each([
    {
      raw: { device: "agx-thor-devkit", quantization: "w4a16", value: 175 },
      code: "fits-memory",
      verdict: "consistent",
    },
    {
      raw: { device: "agx-orin-64gb", quantization: "q4-k-m", value: 7, upTo: 13 },
      code: "memory-holds-more",
      verdict: "consistent",
    },
    { raw: { device: "orin-nano-8gb-super", value: 24 }, code: "does-not-fit", verdict: "impossible" },
    {
      raw: { device: "agx-orin-64gb", quantization: "fp16", value: 70 },
      code: "does-not-fit",
      verdict: "impossible",
    },
    {
      raw: { device: "agx-orin-64gb", quantization: "nvfp4", runtime: "vllm", value: 8 },
      code: "does-not-fit",
      verdict: "implausible",
    },
  ])("calls $raw $code", async ({ raw, code, verdict }) => {
    expect((await judge(raw)).reasons).toEqual([expect.objectContaining({ code, verdict })]);
  });

  it("shows what is needed of what there is", async () => {
    const { reasons, facts } = await judge({ device: "orin-nano-8gb-super", value: 24 });
    expect(reasons[0]?.message).toMatch(
      /^A dense 24B model in q4-k-m needs [\d.]+ GB of 7.99 GB on the Jetson/,
    );
    expect(facts.map(({ id }) => id)).toEqual(expect.arrayContaining(["needed", "available"]));
  });

  it("finds nothing without a board or for another metric", async () => {
    expect((await judge({ value: 7 })).reasons).toEqual([]);
    expect((await judge({ device: "thor", metric: "parameters", value: 7 })).reasons).toEqual([]);
  });
});
