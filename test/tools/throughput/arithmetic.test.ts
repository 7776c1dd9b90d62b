import { describe, expect, it } from "vitest";
import { arithmeticOf, halfPrecisionPeak } from "../../../tools/throughput/arithmetic.ts";
import { board, place } from "../../fixtures/knowledge.ts";

const orin = "agx-orin-64gb";
const thor = "thor-t5000";

describe("arithmeticOf()", () => {
  it.each([
    { device: orin, quantization: "q4-k-m", runtime: "llama-cpp", kind: "widened", tera: 42.5 },
    { device: orin, quantization: "awq-int4", runtime: "tensorrt-edge-llm", kind: "widened", tera: 42.5 },
    { device: orin, quantization: "fp16", runtime: "vllm", kind: "native", tera: 42.5 },
    { device: orin, quantization: "int8", runtime: "tensorrt-edge-llm", kind: "native", tera: 85 },
    { device: orin, quantization: "int8", runtime: "vllm", kind: "widened", tera: 42.5 },
    { device: orin, quantization: "fp8", runtime: "vllm", kind: "widened", tera: 42.5 },
    { device: thor, quantization: "nvfp4", runtime: "vllm", kind: "native", tera: 1035 },
    { device: thor, quantization: "fp8", runtime: "vllm", kind: "native", tera: 517 },
    { device: thor, quantization: "w4a16", runtime: "vllm", kind: "widened", tera: 258 },
  ])("is $kind at $tera TFLOPS for $quantization with $runtime on $device", (row) => {
    const { device, quantization, runtime, kind, tera } = row;
    const found = arithmeticOf(board(device), place({ model: "qwen3-8b", quantization, runtime }));
    expect(found?.kind).toBe(kind);
    expect(found?.peakOperations).toBeCloseTo(tera * 1e12, 0);
  });

  it("falls with the units and the clock of the power mode", () => {
    const placed = place({ model: "qwen3-8b" });
    const ratio = (arithmeticOf(board(orin, "30W"), placed)?.peakOperations ?? 0) / 42.5e12;
    expect(ratio).toBeGreaterThan(0.2);
    expect(ratio).toBeLessThan(0.3);
  });

  it("is unknown where nobody states the compute", () => {
    const mine = { name: "Mine", memory: "16 GB", bandwidth: "100 GB/s" };
    expect(arithmeticOf(board(mine), place({ model: "qwen3-8b" }))).toBeUndefined();
  });
});

describe("halfPrecisionPeak()", () => {
  it("is an eighth of the sparse FP4 figure where that is all a maker states", () => {
    expect(halfPrecisionPeak(board("thor-t3000"))).toBe((865e12 * 1) / 8);
    expect(halfPrecisionPeak(board("thor-t5000"))).toBe(258e12);
  });
});
