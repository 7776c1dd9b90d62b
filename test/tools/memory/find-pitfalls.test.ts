import { describe, expect, it } from "vitest";
import { findPitfalls } from "../../../tools/memory/find-pitfalls.ts";
import type { Verdict } from "../../../tools/memory/ledger.ts";
import { board, fitMemory, knowledge, place } from "../../fixtures/knowledge.ts";

const idsOf = (device: string, workloads: unknown[], verdict: Verdict = "fits") =>
  findPitfalls(board(device), workloads.map(place), verdict, knowledge).map(({ id }) => id);
const nano = "orin-nano-8gb";

describe("findPitfalls()", () => {
  it.each([
    { id: "vllm-takes-its-share", device: "orin-nx-16gb", workload: { model: "qwen3-8b", runtime: "vllm" } },
    { id: "free-is-not-available", device: "thor-t5000", workload: { model: "qwen3-8b", runtime: "vllm" } },
    { id: "projector-offload", device: nano, workload: { model: "qwen2.5-vl-3b" } },
    { id: "virtual-memory-pool", device: "agx-orin-64gb", workload: { model: "qwen2.5-vl-3b" } },
    { id: "prompt-cache-growth", device: nano, workload: { model: "qwen3-4b" } },
    { id: "silent-cpu-fallback", device: nano, workload: { model: "qwen3-4b", runtime: "ollama" } },
    {
      id: "silent-fp32-engine",
      device: "thor-t5000",
      workload: { model: "qwen3-8b", runtime: "tensorrt-edge-llm", quantization: "nvfp4" },
    },
    { id: "engine-build", device: nano, workload: { model: "yolo11s" } },
    { id: "free-of-cuda", device: nano, workload: { model: "yolo11s" } },
  ])("warns of $id", ({ id, device, workload }) => {
    expect(idsOf(device, [workload])).toContain(id);
  });

  it.each([
    { id: "projector-offload", device: nano, workload: { model: "qwen2.5-vl-3b", offloadProjector: false } },
    { id: "projector-offload", device: nano, workload: { model: "qwen2.5-vl-3b", images: 0 } },
    { id: "prompt-cache-growth", device: nano, workload: { model: "qwen3-4b", promptCache: false } },
    { id: "virtual-memory-pool", device: "thor-t5000", workload: { model: "qwen2.5-vl-3b" } },
    {
      id: "silent-fp32-engine",
      device: "thor-t5000",
      workload: { model: "qwen3-8b", runtime: "tensorrt-edge-llm", quantization: "fp16" },
    },
    { id: "second-gpu-process", device: nano, workload: { model: "qwen3-4b" } },
    { id: "free-of-cuda", device: "mac-mini-m4", workload: { model: "qwen3-4b" } },
  ])("does not warn of $id for $workload on $device", ({ id, device, workload }) => {
    expect(idsOf(device, [workload])).not.toContain(id);
  });

  it("warns of a second process where there are two, and of swap where memory is short", () => {
    const two = [{ model: "qwen3-4b" }, { model: "yolo11s" }];
    expect(idsOf(nano, two)).toContain("second-gpu-process");
    for (const verdict of ["tight", "does-not-fit"] as const)
      expect(idsOf(nano, two, verdict)).toContain("swap-is-the-same-memory");
    expect(idsOf(nano, two, "unsupported")).not.toContain("swap-is-the-same-memory");
  });

  it("cites who reported it in the result", async () => {
    const { pitfalls, sources } = await fitMemory({
      device: nano,
      workloads: [{ model: "qwen3-4b", runtime: "vllm" }],
    });
    const cited = sources.map(({ id }) => id);
    for (const { source } of pitfalls) expect(cited).toEqual(expect.arrayContaining(source));
  });
});
