import { describe, expect, it } from "vitest";
import { recordAssumptions } from "../../../tools/assumptions.ts";
import type { Reference } from "../../../tools/placement/subject.ts";
import { toEngine } from "../../../tools/throughput/machine.ts";
import { assume, board, knowledge, place } from "../../fixtures/knowledge.ts";

function engine(device: Reference, powerMode?: string, workload: object = {}) {
  return toEngine(board(device, powerMode), place({ model: "qwen3-8b", ...workload }), knowledge);
}

const orin = "agx-orin-64gb";
const mine = { name: "Mine", memory: "16 GB", bandwidth: "100 GB/s" };

describe("toEngine()", () => {
  it("describes AGX Orin with llama.cpp in its highest mode by what was fitted to its kernels", () => {
    const found = engine(orin);
    expect(found?.machine).toEqual({ bandwidth: 204.8e9, clock: 1300e6, coreClock: 2048 * 1300e6 });
    expect(found?.costs).toEqual({
      streamFactor: assume("decode-stream-factor-ggml"),
      layerCycles: assume("decode-layer-cycles-ggml"),
      mixtureCycles: assume("decode-mixture-cycles-ggml"),
      weightCycles: assume("decode-weight-cycles-llama-cpp"),
      cacheCycles: assume("decode-cache-cycles-ggml"),
      batchCycles: assume("decode-batch-cycles-orin"),
    });
    expect(found).toMatchObject({
      growthExponent: 0.16,
      modeBandwidth: 204.8e9,
      fittedRuns: knowledge.assumption("decode-layer-cycles-ggml").sampleSize,
    });
  });

  it.each([
    { device: orin, workload: { runtime: "vllm" }, calibrated: true },
    { device: "thor-t5000", workload: { runtime: "vllm" }, calibrated: true },
    { device: "thor-t5000", workload: {}, calibrated: true },
    { device: orin, workload: { runtime: "sglang" }, calibrated: false },
  ])("is calibrated where the engine's layers were: $workload on $device, $calibrated", (row) => {
    expect((engine(row.device, undefined, row.workload)?.fittedRuns ?? 0) > 0).toBe(row.calibrated);
  });

  it("rests on assumptions with a source, for every engine on every board", () => {
    for (const { id, value } of knowledge.runtimes.entries.filter((entry) =>
      entry.value.serves.includes("llm"),
    ))
      for (const device of [orin, "thor-t5000", "rtx-5080"]) {
        const { knowledge: recording, sources } = recordAssumptions(knowledge);
        const placed = place({ model: "qwen3-8b", runtime: id, quantization: value.quantizations[0] });
        const found = toEngine(board(device), placed, recording);
        expect(found?.costs.streamFactor).toBeGreaterThan(1);
        expect(found?.costs.layerCycles).toBeGreaterThan(0);
        for (const source of sources()) expect(knowledge.source(source).title).not.toBe("");
      }
  });

  it.each([
    { runtime: "llama-cpp", exponent: 0.16 },
    { runtime: "ollama", exponent: 0 },
    { runtime: "vllm", exponent: null },
    { runtime: "sglang", exponent: null },
  ])("limits what $runtime gains of company by an exponent of $exponent", ({ runtime, exponent }) => {
    expect(engine(orin, undefined, { runtime })?.growthExponent).toBe(exponent);
  });

  it("has in 30 W a quarter of the arithmetic at less than half the clock", () => {
    const share = (0.5 * 612) / 1300;
    const slow = engine(orin, "30W");
    expect(slow?.modeBandwidth).toBe(204.8e9);
    expect(slow?.machine.clock).toBe(612e6);
    expect(slow?.machine.coreClock).toBeCloseTo(2048 * 1300e6 * share, 0);
  });

  it.each([
    { runtime: "llama-cpp", usable: 1 },
    { runtime: "vllm", usable: (assume("stream-bytes-per-core-cycle") * 1024 * 612e6) / 204.8e9 },
  ])("can use $usable of the bandwidth with $runtime in 30 W", ({ runtime, usable }) => {
    expect(engine(orin, "30W", { runtime })?.machine.bandwidth).toBeCloseTo(204.8e9 * usable, 0);
  });

  it("reads slower where the memory clock is lower too: Orin Nano Super in 15 W at 68 GB/s", () => {
    expect(engine("orin-nano-8gb-super", "15W")?.modeBandwidth).toBe(68e9);
    expect(engine("orin-nano-8gb-super")?.modeBandwidth).toBe(102.4e9);
  });

  it("takes usual clocks beside the bandwidth of an inline board that states none", () => {
    expect(engine(mine)).toMatchObject({
      machine: { bandwidth: 100e9, clock: 1e9, coreClock: 1.2e12 },
    });
  });

  it.each<{ device: Reference }>([
    { device: "thor-t2000" },
    { device: "hailo-8" },
    { device: { name: "Mine", memory: "8 GB" } },
  ])("is nothing, when nobody states the bandwidth: $device", ({ device }) => {
    expect(engine(device)).toBeUndefined();
  });
});
