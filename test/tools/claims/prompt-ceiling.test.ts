import { describe, expect, it } from "vitest";
import type { ClaimInput } from "../../../tools/claims/claim-input.ts";
import { promptCeiling } from "../../../tools/claims/prompt-ceiling.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const board = { name: "A board", memory: "64 GiB", bandwidth: "200 GB/s" };
const compute = { fp16DenseTflops: 40, int8DenseTops: 80, fp4SparseTflops: 320 };
const model = { name: "A 10B model", parametersBillions: 10 };
const ceiling = (quantization: string, device: ClaimInput["device"] = { ...board, compute }) =>
  promptCeiling({ device, model, quantization, metric: "prefill" }, knowledge);

describe("promptCeiling()", () => {
  it.each([
    { quantization: "fp16", operations: 40e12 },
    { quantization: "q4-k-m", operations: 80e12 },
    { quantization: "nvfp4", operations: 160e12 },
  ])("of $quantization is $operations operations ÷ 2 ÷ parameters", ({ quantization, operations }) => {
    const most = ceiling(quantization)?.tokensPerSecond ?? 0;
    const parameters = operations / 2 / most;
    // The embedding table takes no part, and its size is an assumption here.
    expect(parameters).toBeGreaterThan(9e9);
    expect(parameters).toBeLessThanOrEqual(10e9);
  });

  it("shows its division", () => {
    expect(ceiling("fp16")?.words).toMatch(/^40 TOPS ÷ \(2 × [\d.]+B parameters\) = [\d.]+ tok\/s at most$/);
  });

  it("is lower in a slower power mode", () => {
    const at = (powerMode: string) =>
      promptCeiling({ device: "agx-orin-64gb", powerMode, model, metric: "prefill" }, knowledge);
    expect(at("30W")?.tokensPerSecond).toBeLessThan((at("MAXN")?.tokensPerSecond ?? 0) / 4);
  });

  it("is unknown without a board, a model or the board's compute", () => {
    expect(ceiling("fp16", board)).toBeUndefined();
    expect(promptCeiling({ model, metric: "prefill" }, knowledge)).toBeUndefined();
    expect(promptCeiling({ device: board, metric: "prefill" }, knowledge)).toBeUndefined();
  });
});
