import { describe, expect, it } from "vitest";
import {
  closestAssumption,
  findClosestAssumption,
  generationOf,
} from "../../../tools/throughput/closest-assumption.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

describe("closestAssumption()", () => {
  it.each([
    {
      device: "orin-nx-16gb",
      mode: undefined,
      id: "prompt-arithmetic-widened-tensorrt-edge-llm-orin-nx-16gb",
    },
    { device: "orin-nx-16gb", mode: "15W", id: "prompt-arithmetic-widened-tensorrt-edge-llm-orin" },
    { device: "agx-orin-64gb", mode: undefined, id: "prompt-arithmetic-widened-tensorrt-edge-llm-orin" },
    { device: "rtx-5080", mode: undefined, id: "prompt-arithmetic-widened-other" },
  ])("finds $id for $device in $mode", ({ device, mode, id }) => {
    const placed = place({ model: "qwen3-8b", runtime: "tensorrt-edge-llm" });
    expect(closestAssumption("prompt-arithmetic-widened", board(device, mode), placed, knowledge)).toBe(id);
  });

  it("takes what was fitted to the kernels an engine shares", () => {
    const placed = place({ model: "qwen3-8b", runtime: "ollama" });
    expect(closestAssumption("prompt-arithmetic-widened", board("agx-orin-64gb"), placed, knowledge)).toBe(
      "prompt-arithmetic-widened-ggml-orin",
    );
  });
});

describe("findClosestAssumption()", () => {
  it("asks for no name beyond the first on record", () => {
    const asked: string[] = [];
    const recording = {
      ...knowledge,
      findAssumption(id: string) {
        asked.push(id);
        return knowledge.findAssumption(id);
      },
    };
    const placed = place({ model: "qwen3-8b", runtime: "vllm" });
    findClosestAssumption("decode-layer-cycles", board("agx-orin-64gb"), placed, recording);
    expect(asked).toEqual(["decode-layer-cycles-vllm-agx-orin-64gb", "decode-layer-cycles-vllm-orin"]);
  });

  it("is none where nobody assumed anything of the kind", () => {
    const placed = place({ model: "qwen3-8b" });
    expect(findClosestAssumption("unheard-of", board("agx-orin-64gb"), placed, knowledge)).toBeNull();
    expect(closestAssumption("unheard-of", board("agx-orin-64gb"), placed, knowledge)).toBe(
      "unheard-of-other",
    );
  });
});

describe("generationOf()", () => {
  it.each([
    ["agx-orin-64gb", "orin"],
    ["thor-t5000", "thor"],
    ["rtx-5080", "other"],
    ["hailo-8", "other"],
  ])("of %s is %s", (device, generation) => {
    expect(generationOf(board(device))).toBe(generation);
  });
});
