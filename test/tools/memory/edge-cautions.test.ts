import { describe, expect, it } from "vitest";
import { edgeCautions } from "../../../tools/memory/edge-cautions.ts";
import { edgeRuntime } from "../../../tools/memory/edge-engine.ts";
import { board, fitMemory, knowledge, place } from "../../fixtures/knowledge.ts";

describe("edgeCautions()", () => {
  it.each([
    {
      workload: { model: "qwen3-8b" },
      cautions: ["Qwen3 8B: an engine built for prompts of 2,048 tokens (--maxInputLen)"],
    },
    {
      workload: { model: "qwen3-vl-2b" },
      cautions: [
        "Qwen3-VL 2B Instruct: an engine built for prompts of 2,048 tokens (--maxInputLen) and 1,024 image tokens (--maxImageTokens)",
      ],
    },
    { workload: { model: "qwen3-vl-2b", maxInputTokens: 1024, engineImageTokens: 1024 }, cautions: [] },
    { workload: { model: "qwen3-8b", runtime: "vllm" }, cautions: [] },
  ])("say what $workload leaves open", ({ workload, cautions }) => {
    const placed = place({ runtime: edgeRuntime, quantization: "awq-int4", ...workload });
    expect(edgeCautions(placed, board("orin-nx-16gb"), 0, knowledge)).toEqual(cautions);
  });

  it("are among the assumptions of a result", async () => {
    const { assumptions } = await fitMemory({
      device: "orin-nx-16gb",
      workloads: [{ model: "qwen3-8b", runtime: edgeRuntime }],
    });
    expect(assumptions.join("\n")).toContain("prompts of 2,048 tokens");
  });
});
