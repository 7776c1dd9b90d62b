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
