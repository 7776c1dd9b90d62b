import { describe, expect, it } from "vitest";
import { findBlockers, recordSources } from "../../../tools/placement/compatibility.ts";
import type { Reference } from "../../../tools/placement/subject.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

type Case = { device: Reference; workload: Record<string, unknown>; codes: string[] };

const model = "qwen3-8b";
const codesOf = ({ device, workload }: Omit<Case, "codes">) =>
  findBlockers(board(device), place({ model, ...workload })).map(({ code }) => code);

const ampere = { name: "Mine", memory: "16 GB", gpu: { computeCapability: 8.7 } };

describe("findBlockers()", () => {
  it.each<Case>([
    { device: "agx-orin-64gb", workload: {}, codes: [] },
    {
      device: "agx-orin-64gb",
      workload: { quantization: "nvfp4", runtime: "vllm" },
      codes: ["no-fp4-hardware"],
    },
    { device: "thor-t5000", workload: { quantization: "nvfp4", runtime: "vllm" }, codes: [] },
    { device: "agx-orin-64gb", workload: { quantization: "mxfp4", runtime: "vllm" }, codes: [] },
    { device: "agx-orin-64gb", workload: { quantization: "fp8", runtime: "vllm" }, codes: [] },
    {
      device: "agx-orin-64gb",
      workload: { quantization: "fp8", runtime: "tensorrt-edge-llm" },
      codes: ["no-fp8-hardware"],
    },
    { device: "thor-t5000", workload: { quantization: "fp8", runtime: "tensorrt-edge-llm" }, codes: [] },
    {
      device: "agx-orin-64gb",
      workload: { quantization: "awq", runtime: "ollama" },
      codes: ["format-not-loaded"],
    },
    { device: "agx-orin-64gb", workload: { quantization: "q4-k-m", runtime: "ollama" }, codes: [] },
    {
      device: "agx-xavier-32gb",
      workload: { runtime: "tensorrt-edge-llm" },
      codes: ["runtime-not-on-board"],
    },
    { device: "orin-nano-8gb", workload: { runtime: "tensorrt-edge-llm" }, codes: [] },
    { device: "agx-xavier-32gb", workload: { runtime: "vllm" }, codes: ["runtime-not-on-board"] },
    { device: "agx-xavier-32gb", workload: { runtime: "ollama" }, codes: [] },
    {
      device: "jetson-nano-4gb",
      workload: { runtime: "ollama" },
      codes: ["runtime-not-on-board", "cpu-only"],
    },
    { device: "jetson-nano-4gb", workload: {}, codes: ["cpu-only"] },
    { device: "jetson-tx2", workload: {}, codes: ["cpu-only"] },
    { device: "jetson-tx2", workload: { runtime: "ollama" }, codes: ["runtime-not-on-board", "cpu-only"] },
    { device: "agx-xavier-32gb", workload: {}, codes: [] },
    ...["rk3588", "mac-mini-m4"].flatMap((device) => [
      { device, workload: {}, codes: [] },
      { device, workload: { runtime: "ollama" }, codes: [] },
      { device, workload: { runtime: "vllm" }, codes: ["runtime-not-on-board"] },
      { device, workload: { runtime: "tensorrt-edge-llm" }, codes: ["runtime-not-on-board"] },
      { device, workload: { model: "yolo11s" }, codes: ["runtime-not-on-board"] },
      { device, workload: { model: "yolo11s", runtime: "pytorch" }, codes: [] },
    ]),
    { device: "rtx-5080", workload: { runtime: "vllm" }, codes: [] },
    { device: "rtx-5080", workload: { runtime: "tensorrt-edge-llm" }, codes: ["runtime-not-on-board"] },
    { device: "dgx-spark", workload: { runtime: "tensorrt-edge-llm" }, codes: ["runtime-not-on-board"] },
    { device: ampere, workload: { runtime: "tensorrt-edge-llm" }, codes: [] },
    {
      device: { ...ampere, gpu: { computeCapability: 8.6 } },
      workload: { runtime: "tensorrt-edge-llm" },
      codes: ["runtime-not-on-board"],
    },
    { device: { name: "Mine", memory: "16 GB" }, workload: { runtime: "vllm" }, codes: [] },
    {
      device: "agx-orin-64gb",
      workload: { runtime: "tensorrt", quantization: "fp16" },
      codes: ["kind-not-served", "cache-type-not-offered"],
    },
    { device: "agx-orin-64gb", workload: { model: "yolo11s" }, codes: [] },
    {
      device: "agx-orin-64gb",
      workload: { model: "yolo11s", quantization: "q4-k-m" },
      codes: ["format-not-loaded"],
    },
    {
      device: "agx-orin-64gb",
      workload: { runtime: "vllm", kvCacheType: "q8_0" },
      codes: ["cache-type-not-offered"],
    },
    { device: "agx-orin-64gb", workload: { runtime: "ollama", kvCacheType: "q8_0" }, codes: [] },
    { device: "agx-orin-64gb", workload: { runtime: "vllm", kvCacheType: "fp8" }, codes: [] },
    {
      device: "agx-orin-64gb",
      workload: { runtime: "tensorrt-edge-llm", kvCacheType: "fp8" },
      codes: ["no-fp8-hardware"],
    },
    { device: "thor-t5000", workload: { runtime: "tensorrt-edge-llm", kvCacheType: "fp8" }, codes: [] },
    { device: "coral-tpu", workload: {}, codes: ["no-shared-memory"] },
    { device: { name: "Mine" }, workload: {}, codes: ["no-shared-memory"] },
    { device: { name: "Mine", memory: "16 GB" }, workload: { quantization: "nvfp4" }, codes: [] },
    { device: ampere, workload: { quantization: "nvfp4" }, codes: ["no-fp4-hardware"] },
    { device: { ...ampere, nativeFormats: ["fp4"] }, workload: { quantization: "nvfp4" }, codes: [] },
    { device: { ...ampere, gpu: { computeCapability: 10 } }, workload: { quantization: "nvfp4" }, codes: [] },
    {
      device: { ...ampere, gpu: { computeCapability: 9.9 } },
      workload: { quantization: "nvfp4" },
      codes: ["no-fp4-hardware"],
    },
  ])("finds $codes for $workload on $device", ({ device, workload, codes }) => {
    expect(codesOf({ device, workload })).toEqual(codes);
  });

  it("says in a sentence what is missing and who says so", () => {
    const [blocker] = findBlockers(board("agx-orin-64gb"), place({ model, quantization: "nvfp4" }));
    expect(blocker).toEqual({
      code: "no-fp4-hardware",
      message: "Jetson AGX Orin 64GB (Ampere) has no FP4 hardware, which NVFP4 needs on vLLM.",
      source: "nvidia-jetson-faq",
    });
  });

  it.each([
    {
      device: "agx-xavier-32gb",
      runtime: "vllm",
      message: "vLLM needs compute capability 8 or more; Jetson AGX Xavier 32GB has 7.2.",
    },
    {
      device: "rk3588",
      runtime: "vllm",
      message: "vLLM needs compute capability 8 or more; Rockchip RK3588 has no CUDA.",
    },
  ])("says what $runtime needs and what $device has", ({ device, runtime, message }) => {
    const messages = findBlockers(board(device), place({ model, runtime })).map((blocker) => blocker.message);
    expect(messages).toEqual([message]);
  });

  it.each([
    { computeCapability: 8.6, refused: true },
    { computeCapability: 8.7, refused: false },
    { computeCapability: 11, refused: false },
    { computeCapability: 11.1, refused: true },
  ])(
    "refuses what lies outside of 8.7 to 11: $computeCapability, $refused",
    ({ computeCapability, refused }) => {
      const placed = place({ model, runtime: "tensorrt-edge-llm" });
      const value = { ...placed.runtime.value, minComputeCapability: 8.7, maxComputeCapability: 11 };
      const bounded = { ...placed, runtime: { ...placed.runtime, value } };
      const found = findBlockers(board({ ...ampere, gpu: { computeCapability } }), bounded);
      const message = `TensorRT Edge-LLM needs compute capability 8.7 to 11; Mine has ${computeCapability}.`;
      expect(found.map((blocker) => blocker.message)).toEqual(refused ? [message] : []);
    },
  );

  it("names a source that exists for everything it finds on any board", () => {
    const workloads = ["vllm", "ollama", "tensorrt", "tensorrt-edge-llm", "mlc"].map((runtime) =>
      place({ model, runtime, quantization: "nvfp4" }),
    );
    for (const { id } of knowledge.devices.entries)
      for (const placed of workloads) {
        const found = findBlockers(board(id), placed);
        for (const { source, message } of found) {
          expect(knowledge.source(source).title).not.toBe("");
          expect(message).toMatch(/^\S+ .+\.$/);
        }
      }
  });
});

describe("recordSources()", () => {
  it("lists the sources of board, values, model, format and runtime, each once", () => {
    const ids = recordSources(board("agx-orin-64gb"), [place({ model }), place({ model: "yolo11s" })]);
    expect(ids).toEqual(
      expect.arrayContaining([
        "nvidia-jetson-faq",
        "tegrastats-logs",
        "litgpt-config",
        "gguf-file-sizes",
        "sizing-review",
        "ultralytics-docs",
      ]),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("lists none of an inline board", () => {
    expect(recordSources(board({ name: "Mine" }), [])).toEqual([]);
    expect(recordSources(board({ name: "Mine", source: ["litgpt-config"] }), [])).toEqual([]);
  });

  it("lists none of an inline model, but those of its format and runtime", () => {
    const inline = place({ model: { name: "Mine", parametersBillions: 7, source: ["litgpt-config"] } });
    const ids = recordSources(board({ name: "Mine" }), [inline]);
    expect(ids).toContain("sizing-review");
    expect(ids).not.toContain("litgpt-config");
  });
});
