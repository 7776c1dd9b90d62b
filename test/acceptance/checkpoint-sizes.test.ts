import { describe, expect, it } from "vitest";
import { GIB } from "../../knowledge/units.ts";
import { streamedWeightBytes } from "../../tools/formulas/streamed-bytes.ts";
import { weightBytes } from "../../tools/formulas/weights.ts";
import { knowledge, languageModel } from "../fixtures/knowledge.ts";

const format = (name: string) => knowledge.quantizations.get(name).entry.value;

describe("weightBytes() of checkpoints that were logged or listed", () => {
  it.each([
    { model: "qwen2.5-7b", quantization: "awq-int4", bytes: 5.2 * GIB },
    { model: "llama-3.1-8b", quantization: "bf16", bytes: 14.96 * GIB },
    { model: "gemma-4-31b", quantization: "bf16", bytes: 62_546_177_752 },
  ])("come to the bytes of $model in $quantization within 5 in 1,000", ({ model, quantization, bytes }) => {
    const { language, vision } = weightBytes(languageModel(model), format(quantization));
    expect(Math.abs((language + vision) / bytes - 1)).toBeLessThan(0.005);
  });
});

describe("streamedWeightBytes() of checkpoints", () => {
  it("reads layers in 4 bit and a head in 16: 4.85 GB of Qwen3 8B, 7.3 bits a parameter of Qwen3 0.6B", () => {
    expect(streamedWeightBytes(languageModel("qwen3-8b"), format("awq-int4"), 1) / 1e9).toBeCloseTo(4.85, 2);
    const small = streamedWeightBytes(languageModel("qwen3-0.6b"), format("awq-int4"), 1);
    expect((small * 8) / 0.59604992e9).toBeCloseTo(7.25, 1);
  });

  it.each(["awq-int4", "gptq-int4", "w4a16", "nvfp4", "fp8", "int8", "bf16"])(
    "reads in %s all that is stored but the input embedding; a tied table once",
    (quantization) => {
      const untied = languageModel("qwen3-8b");
      const stored = weightBytes(untied, format(quantization));
      expect(streamedWeightBytes(untied, format(quantization), 1)).toBe(stored.language - stored.embedding);
      const tied = languageModel("qwen3-4b");
      expect(streamedWeightBytes(tied, format(quantization), 1)).toBe(
        weightBytes(tied, format(quantization)).language,
      );
    },
  );
});
