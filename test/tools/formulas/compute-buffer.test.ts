import { describe, expect, it } from "vitest";
import { MIB } from "../../../knowledge/units.ts";
import { computeBufferBytes } from "../../../tools/formulas/compute-buffer.ts";
import { languageModel } from "../../fixtures/knowledge.ts";

describe("computeBufferBytes()", () => {
  it("is the 304.00 MiB that a log prints for Qwen2.5-7B (L01e), to the byte", () => {
    expect(computeBufferBytes(languageModel("Qwen2.5-Coder-7B-Instruct"), 512, 4)).toBe(304 * MIB);
  });

  it.each([
    { vocabularySize: 100, hiddenSize: 28, tokens: 1, bytes: 512 },
    { vocabularySize: 100, hiddenSize: 28, tokens: 2, bytes: 1024 },
    { vocabularySize: 100, hiddenSize: undefined, tokens: 1, bytes: 400 },
    { vocabularySize: undefined, hiddenSize: 28, tokens: 1, bytes: 112 },
    { vocabularySize: undefined, hiddenSize: undefined, tokens: 512, bytes: 0 },
  ])(
    "is $bytes bytes for $tokens tokens of $vocabularySize logits and $hiddenSize hidden units",
    ({ vocabularySize, hiddenSize, tokens, bytes }) => {
      expect(computeBufferBytes({ vocabularySize, hiddenSize }, tokens, 4)).toBe(bytes);
    },
  );
});
