import { describe, expect, it } from "vitest";
import { costAssumptions } from "../../../tools/throughput/pass-costs.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

const costs = (device: string, workload: object) =>
  costAssumptions(board(device), place({ model: "qwen3-8b", ...workload }), knowledge);

describe("costAssumptions()", () => {
  it.each([
    {
      device: "agx-orin-64gb",
      runtime: "vllm",
      stream: "decode-stream-factor-orin-256-bit",
      layers: "decode-layer-cycles-vllm-orin",
    },
    {
      device: "orin-nano-8gb",
      runtime: "tensorrt-edge-llm",
      stream: "decode-stream-factor-orin-128-bit",
      layers: "decode-layer-cycles-tensorrt-orin",
    },
    {
      device: "orin-nx-16gb",
      runtime: "ollama",
      stream: "decode-stream-factor-ggml",
      layers: "decode-layer-cycles-ggml",
    },
    {
      device: "thor-t4000",
      runtime: "vllm",
      stream: "decode-stream-factor-thor-256-bit",
      layers: "decode-layer-cycles-vllm-thor",
    },
    {
      device: "rtx-5080",
      runtime: "sglang",
      stream: "decode-stream-factor-other",
      layers: "decode-layer-cycles-other",
    },
  ])("takes $stream and $layers for $runtime on $device", ({ device, runtime, stream, layers }) => {
    expect(costs(device, { runtime })).toMatchObject({ streamFactor: stream, layerCycles: layers });
  });

  it.each([
    { device: "agx-orin-64gb", workload: { quantization: "q4-k-m" }, id: "decode-weight-cycles-llama-cpp" },
    { device: "agx-orin-64gb", workload: { quantization: "q8-0" }, id: null },
    {
      device: "agx-orin-64gb",
      workload: { runtime: "vllm", quantization: "w4a16" },
      id: "decode-weight-cycles-vllm-orin",
    },
    { device: "agx-orin-64gb", workload: { runtime: "vllm", quantization: "bf16" }, id: null },
    { device: "thor-t5000", workload: { runtime: "vllm", quantization: "w4a16" }, id: null },
  ])("widens weights of less than 8 bit where that was timed: $workload on $device, $id", (row) => {
    expect(costs(row.device, row.workload).weightCycles).toBe(row.id);
  });

  it.each([
    { quantization: "nvfp4", id: "decode-batch-cycles-thor" },
    { quantization: "w4a16", id: "decode-batch-cycles-widened-thor" },
    { quantization: "bf16", id: "decode-batch-cycles-thor" },
  ])("batches $quantization on Thor by $id, since FP4 is native there", ({ quantization, id }) => {
    expect(costs("thor-t5000", { runtime: "vllm", quantization }).batchCycles).toBe(id);
  });
});
