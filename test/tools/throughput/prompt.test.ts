import { describe, expect, it } from "vitest";
import { ceilingPrefill } from "../../../tools/formulas/prefill.ts";
import type { Reference } from "../../../tools/placement/subject.ts";
import { arithmeticOf } from "../../../tools/throughput/arithmetic.ts";
import {
  firstTokenWait,
  noPromptTimes,
  promptTimes,
  toPromptCosts,
  toPromptReader,
} from "../../../tools/throughput/prompt.ts";
import { layerParameters } from "../../../tools/throughput/prompt-work.ts";
import { assume, board, knowledge, place } from "../../fixtures/knowledge.ts";

/** 100 GB/s and 12 TFLOPS; no engine was measured on it. */
const mine = { name: "Mine", memory: "16 GB", bandwidth: "100 GB/s", compute: { fp16DenseTflops: 12 } };
/** 6 billion parameters and no width: nothing moves but 6 GB of weights, nothing computes but 12e9 operations a token. */
const model = { name: "Six", parametersBillions: 6, layers: 1, kvHeads: 1, headSize: 1 };
const engine = { runtime: "sglang", quantization: "int8" };

function times(workload: object = {}, promptTokens = 1000, share = 1, device: Reference = mine) {
  return promptTimes(board(device), place({ model, ...engine, ...workload }), promptTokens, share, knowledge);
}

describe("promptTimes()", () => {
  const streaming = 60 * assume("prompt-streaming");
  const arithmetic = 1000 * assume("prompt-arithmetic-widened-other");

  it("reads 1,000 tokens in an overhead, weights that do not hide, and a second of arithmetic at the peak", () => {
    const { prefillTokensPerSecond, timeToFirstTokenMs, visionMs } = times();
    const milliseconds = assume("prompt-overhead-other") + streaming + arithmetic;
    expect(timeToFirstTokenMs?.expected).toBeCloseTo(milliseconds, 3);
    expect(prefillTokensPerSecond?.expected).toBeCloseTo(1e6 / milliseconds, 3);
    expect(visionMs).toBeNull();
  });

  it("is slower by the share that co-tenants leave", () => {
    expect(times({}, 1000, 0.5).timeToFirstTokenMs?.expected).toBeCloseTo(
      2 * (times().timeToFirstTokenMs?.expected ?? 0),
      6,
    );
  });

  it("never passes the peak of the board", () => {
    for (const device of ["agx-orin-64gb", "orin-nano-8gb", "orin-nx-16gb", "thor-t5000"])
      for (const quantization of ["q4-k-m", "awq-int4", "fp16", "nvfp4", "fp8"]) {
        const runtime = quantization === "q4-k-m" ? "llama-cpp" : "tensorrt-edge-llm";
        const placed = place({ model: "qwen3-vl-8b", quantization, runtime });
        const peak = arithmeticOf(board(device), placed)?.peakOperations ?? 0;
        const parameters = placed.language ? layerParameters(placed.language) : 0;
        const { prefillTokensPerSecond } = promptTimes(board(device), placed, 8000, 1, knowledge);
        expect(prefillTokensPerSecond?.high).toBeLessThanOrEqual(
          ceilingPrefill(parameters, peak) * (1 + 1e-9),
        );
      }
  });

  it("spreads widely where the engine was not measured, narrowly where it was", () => {
    const { expected = 0, high = 0 } = times().timeToFirstTokenMs ?? {};
    expect(high / expected).toBeCloseTo(1 + assume("interval-prompt-formula"), 9);
    const placed = place({ model: "qwen3-8b", quantization: "awq-int4", runtime: "tensorrt-edge-llm" });
    const known = promptTimes(board("agx-orin-64gb"), placed, 1000, 1, knowledge).timeToFirstTokenMs;
    expect((known?.high ?? 0) / (known?.expected ?? 1)).toBeCloseTo(
      1 + assume("interval-prompt-calibrated"),
      9,
    );
  });

  it("sees before it reads, and reads what it saw", () => {
    const vlm = { model: "qwen3-vl-8b", quantization: "awq-int4", runtime: "tensorrt-edge-llm" };
    const blind = times({ ...vlm, images: 0 }, 1000, 1, "agx-orin-64gb");
    const seeing = times({ ...vlm, images: 1, imageWidth: 640, imageHeight: 640 }, 600, 1, "agx-orin-64gb");
    expect(blind.visionMs).toBeNull();
    const vision = seeing.visionMs?.expected ?? 0;
    expect(vision).toBeGreaterThan(50);
    // 20 × 20 tokens and 600 are as much to read as 1,000.
    expect(seeing.timeToFirstTokenMs?.expected).toBeCloseTo(
      vision + (blind.timeToFirstTokenMs?.expected ?? 0),
      6,
    );
    expect(seeing.prefillTokensPerSecond?.expected).toBeCloseTo(
      blind.prefillTokensPerSecond?.expected ?? 0,
      6,
    );
  });

  it("knows nothing where compute or size is unknown", () => {
    expect(times({}, 1000, 1, { name: "Mine", memory: "16 GB", bandwidth: "100 GB/s" })).toEqual(
      noPromptTimes,
    );
    expect(times({ model: "yolo11s", runtime: "tensorrt", quantization: "fp16" })).toEqual(noPromptTimes);
  });
});

describe("firstTokenWait()", () => {
  it.each([
    { runtime: "vllm", concurrency: 1, share: 1 },
    { runtime: "vllm", concurrency: 8, share: 0.5625 },
    { runtime: "tensorrt-edge-llm", concurrency: 8, share: 1 },
  ])("is $share of $concurrency prompts with $runtime", ({ runtime, concurrency, share }) => {
    expect(firstTokenWait(place({ model: "qwen3-8b", runtime, concurrency }))).toBe(share);
  });
});

describe("toPromptCosts()", () => {
  it("reads each cost from its assumption; what does not occur costs nothing", () => {
    const tokens = { tokens: 100, sequences: 1 };
    const reader = toPromptReader(board("agx-orin-64gb"), place({ model: "qwen3-8b" }), tokens, knowledge);
    expect(reader && toPromptCosts(reader, knowledge)).toEqual({
      overhead: assume("prompt-overhead-other"),
      arithmetic: assume("prompt-arithmetic-widened-ggml-orin"),
      streaming: assume("prompt-streaming"),
      valueBytes: assume("prompt-value-bytes"),
      state: 0,
    });
  });
});
