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
  it("describes AGX Orin with llama.cpp in its highest mode by what was fitted on Orin", () => {
    const found = engine(orin);
    expect(found?.machine).toEqual({
      bandwidth: 204.8e9,
      efficiency: assume("decode-efficiency-llama-cpp-orin"),
      overhead: assume("decode-overhead-llama-cpp-orin"),
      concurrencyExponent: assume("concurrency-exponent-llama-cpp"),
    });
    expect(found).toMatchObject({
      modeBandwidth: 204.8e9,
      gpuShare: 1,
      peakOperations: 42.5e12,
      prefillOperations: 42.5e12 * assume("prefill-efficiency-llama-cpp-orin"),
      calibrated: true,
    });
  });

  it.each([
    { device: orin, workload: { runtime: "vllm" }, id: "decode-efficiency-vllm-orin", calibrated: true },
    {
      device: "thor-t5000",
      workload: { runtime: "vllm" },
      id: "decode-efficiency-vllm-thor",
      calibrated: true,
    },
    { device: "thor-t5000", workload: {}, id: "decode-efficiency-other", calibrated: false },
    { device: orin, workload: { runtime: "sglang" }, id: "decode-efficiency-other", calibrated: false },
  ])(
    "takes $id for $workload on $device, calibrated: $calibrated",
    ({ device, workload, id, calibrated }) => {
      const found = engine(device, undefined, workload);
      expect(found?.machine.efficiency).toBe(assume(id));
      expect(found?.calibrated).toBe(calibrated);
    },
  );

  it("rests on assumptions with a source, for every engine on every board", () => {
    for (const { id, value } of knowledge.runtimes.entries.filter((entry) =>
      entry.value.serves.includes("llm"),
    ))
      for (const device of [orin, "thor-t5000", "rtx-5080"]) {
        const { knowledge: recording, sources } = recordAssumptions(knowledge);
        const placed = place({ model: "qwen3-8b", runtime: id, quantization: value.quantizations[0] });
        expect(toEngine(board(device), placed, recording)?.machine.efficiency).toBeGreaterThan(0);
        expect(sources()).toContain("own-estimate");
        for (const source of sources()) expect(knowledge.source(source).title).not.toBe("");
      }
  });

  it.each([
    { workload: {}, id: "concurrency-exponent-llama-cpp", exponent: 0.16 },
    { workload: { runtime: "ollama" }, id: "concurrency-exponent-ollama", exponent: 0 },
    { workload: { runtime: "vllm" }, id: "concurrency-exponent-vllm", exponent: 0.72 },
    {
      workload: { runtime: "vllm", model: "qwen3-30b-a3b" },
      id: "concurrency-exponent-vllm-mixture",
      exponent: 0.53,
    },
    {
      workload: { runtime: "tensorrt-edge-llm" },
      id: "concurrency-exponent-tensorrt-edge-llm",
      exponent: 0.83,
    },
    {
      workload: { runtime: "tensorrt-edge-llm", model: "qwen3-30b-a3b" },
      id: "concurrency-exponent-tensorrt-edge-llm",
      exponent: 0.83,
    },
    { workload: { runtime: "sglang" }, id: "concurrency-exponent-other", exponent: 0.5 },
    {
      workload: { runtime: "sglang", model: "qwen3-30b-a3b" },
      id: "concurrency-exponent-other",
      exponent: 0.5,
    },
  ])("grows by $exponent for $workload: $id", ({ workload, id, exponent }) => {
    const { concurrencyExponent } = engine(orin, undefined, workload)?.machine ?? {};
    expect(concurrencyExponent).toBe(assume(id));
    expect(concurrencyExponent).toBe(exponent);
  });

  it("lowers the efficiency of a mixture of experts", () => {
    const dense = engine(orin)?.machine.efficiency ?? 0;
    const mixture = engine(orin, undefined, { model: "qwen3-30b-a3b" })?.machine.efficiency ?? 0;
    expect(mixture / dense).toBeCloseTo(assume("decode-mixture-factor"), 10);
  });

  it("reaches in 30 W less of the same bandwidth, with more overhead and a quarter of the arithmetic", () => {
    const share = (0.5 * 612) / 1300;
    const [full, slow] = [engine(orin), engine(orin, "30W")];
    expect(slow?.modeBandwidth).toBe(204.8e9);
    expect((slow?.machine.efficiency ?? 0) / (full?.machine.efficiency ?? 1)).toBeCloseTo(
      share ** assume("mode-bandwidth-exponent"),
      10,
    );
    expect(slow?.machine.overhead).toBeCloseTo(8 / share, 10);
    expect(slow?.gpuShare).toBeCloseTo(share, 10);
    expect(slow?.peakOperations).toBeCloseTo(42.5e12 * share, 0);
    expect((slow?.prefillOperations ?? 0) / (full?.prefillOperations ?? 1)).toBeCloseTo(share, 10);
  });

  it("reads slower where the memory clock is lower too: Orin Nano Super in 15 W at 68 GB/s", () => {
    expect(engine("orin-nano-8gb-super", "15W")?.modeBandwidth).toBe(68e9);
    expect(engine("orin-nano-8gb-super")?.modeBandwidth).toBe(102.4e9);
  });

  it("knows no compute of an inline board that states none", () => {
    expect(engine(mine)).toMatchObject({
      machine: { bandwidth: 100e9 },
      peakOperations: undefined,
      prefillOperations: undefined,
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
