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
    { device: "jetson-nano-4gb", workload: {}, codes: [] },
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
    const ids = recordSources(
      board("agx-orin-64gb"),
      [place({ model }), place({ model: "yolo11s" })],
      knowledge,
    );
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
    expect(recordSources(board({ name: "Mine" }), [], knowledge)).toEqual([]);
  });
});
