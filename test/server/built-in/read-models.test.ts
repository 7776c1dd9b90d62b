import { describe, expect, it } from "vitest";
import { findMentions } from "../../../server/built-in/mentions.ts";
import { findBrackets } from "../../../server/built-in/own-settings.ts";
import { readModels } from "../../../server/built-in/read-models.ts";
import { blanked } from "../../../server/built-in/words.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

function read(text: string) {
  const brackets = findBrackets(text, knowledge);
  const question = blanked(text, brackets);
  return readModels(question, findMentions(question, knowledge), brackets, knowledge);
}

describe("readModels()", () => {
  it("gives each model the settings in the bracket behind it", () => {
    expect(read("Qwen3-8B (FP8, vLLM) next to YOLO11s (INT8, 4 streams)")).toMatchObject([
      { reference: "qwen3-8b", count: 1, own: { quantization: "fp8", runtime: "vllm" } },
      { reference: "yolo11s", count: 1, own: { quantization: "int8", streams: 4 } },
    ]);
  });

  it("counts copies in front of a bracketed model", () => {
    expect(read("3 × Whisper small (INT8)")).toMatchObject([{ reference: "whisper-small", count: 3 }]);
  });

  it("takes a model named again for the same one, unless it has settings of its own", () => {
    expect(read("Qwen3-8B, yes, Qwen3-8B")).toHaveLength(1);
    expect(read("Qwen3-8B (8k context) next to Qwen3-8B (4k context)")).toHaveLength(2);
  });

  it("takes no draft in a bracket for a workload", () => {
    const models = read("Llama 3.1 8B (speculative decoding by a draft drafted by Llama 3.2 1B)");
    expect(models.map(({ reference }) => reference)).toEqual(["llama-3.1-8b"]);
  });

  it("keeps camera streams beside a detector where they have settings of their own", () => {
    expect(read("YOLO11s next to camera stream")).toHaveLength(1);
    expect(read("YOLO11s (FP16) next to camera stream (2 streams)")).toHaveLength(2);
  });

  it("reads a model by its size, with the settings behind it", () => {
    expect(read("a 12B model (Q8_0)")).toEqual([
      {
        reference: { name: "12B model", parametersBillions: 12 },
        name: "12B model",
        count: 1,
        billions: 12,
        own: { quantization: "q8-0" },
      },
    ]);
  });
});

describe("readModels() tells numbers apart", () => {
  const counted = (text: string) => read(text).map(({ name, count }) => [name, count]);

  it.each([
    ["Xavier NX 8GB llama 2 7b", [["llama 2 7b", 1]]],
    ["two 7B models", [["7B model", 2]]],
    ["2 7B models", [["7B model", 2]]],
    ["two Gemma 3 4B", [["Gemma 3 4B it", 2]]],
    ["12 copies of Qwen3 0.6B", [["Qwen3 0.6B", 12]]],
    ["12 Qwen3 0.6B", [["Qwen3 0.6B", 1]]],
    ["a 40B MoE with active parameters of 3B", [["40B model", 1]]],
  ])("%s", (text, models) => expect(counted(text)).toEqual(models));

  it.each([
    ["a 40B MoE with 3B active parameters", 3],
    ["qwen3 235b a22b", 22],
    ["a 40B MoE with active parameters of 3B", 3],
    ["with 3B active parameters, a 40B MoE", 3],
    ["a 40B MoE on AGX Orin, 3B active", 3],
    ["a 40B model", undefined],
  ])("takes from %s that %s billion are active", (text, active) => {
    expect(read(text)[0]?.reference).toEqual(
      expect.objectContaining(active === undefined ? { parametersBillions: 40 } : { activeBillions: active }),
    );
  });

  it.each([
    "Qwen3-30B-A3B or a 70B on Thor?",
    "a 70B or Qwen3-30B-A3B on Thor?",
    "Foo-30B-A3B or a 70B on Thor?",
    "a 70B or a 30B with 3B active on Thor?",
  ])("leaves what is active of one model to that one: %s", (question) => {
    const other = read(question).find(({ billions }) => billions === 70);
    expect(other?.reference).toEqual({ name: "70B model", parametersBillions: 70 });
  });
});
