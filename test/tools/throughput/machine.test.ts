import { describe, expect, it } from "vitest";
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
      operationsPerSecond: 42.5e12 * assume("batch-efficiency-other"),
    });
    expect(found).toMatchObject({ modeBandwidth: 204.8e9, calibrated: true });
    expect(found?.assumptionIds).toContain("decode-efficiency-llama-cpp-orin");
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

  it("names assumptions that exist for every engine on every board", () => {
    for (const { id, value } of knowledge.runtimes.entries.filter((entry) =>
      entry.value.serves.includes("llm"),
    ))
      for (const device of [orin, "thor-t5000", "rtx-5080"])
        for (const name of engine(device, undefined, { runtime: id, quantization: value.quantizations[0] })
          ?.assumptionIds ?? ["none"])
          expect(knowledge.findAssumption(name)?.meaning).toBeTruthy();
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
    expect((slow?.prefillOperations ?? 0) / (full?.prefillOperations ?? 1)).toBeCloseTo(share, 10);
  });

  it("reads slower where the memory clock is lower too: Orin Nano Super in 15 W at 68 GB/s", () => {
    expect(engine("orin-nano-8gb-super", "15W")?.modeBandwidth).toBe(68e9);
    expect(engine("orin-nano-8gb-super")?.modeBandwidth).toBe(102.4e9);
  });

  it("knows no compute of an inline board that states none", () => {
    expect(engine(mine)).toMatchObject({
      machine: { bandwidth: 100e9, operationsPerSecond: undefined },
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
