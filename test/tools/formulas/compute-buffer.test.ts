import { describe, expect, it } from "vitest";
import { MIB } from "../../../knowledge/units.ts";
import {
  attentionScoreBytes,
  computeBufferBytes,
  leanComputeBufferBytes,
} from "../../../tools/formulas/compute-buffer.ts";
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

describe("leanComputeBufferBytes()", () => {
  it("is the 135 MiB that a log prints for 512 tokens of a model 3,840 wide, at 18 widths a token", () => {
    expect(leanComputeBufferBytes({ hiddenSize: 3840, vocabularySize: 262_144 }, 512, 4, 18)).toBe(135 * MIB);
  });
});

describe("attentionScoreBytes()", () => {
  it.each([
    { what: "16 heads over 4,096 cells", heads: 16, cells: 4096, bytes: 128 * MIB },
    { what: "twice the cells", heads: 16, cells: 8192, bytes: 256 * MIB },
    { what: "heads that nobody stated", heads: undefined, cells: 4096, bytes: 0 },
  ])("is $bytes bytes for 512 tokens and $what", ({ heads, cells, bytes }) => {
    expect(attentionScoreBytes({ heads }, 512, cells, 4)).toBe(bytes);
  });

  it("makes up the 422.92 MiB logged for Qwen3-0.6B without flash attention (J01c), to 1 %", () => {
    const model = languageModel("qwen3-0.6b");
    const bytes = computeBufferBytes(model, 512, 4) + attentionScoreBytes(model, 512, 4096, 4);
    expect(Math.abs(bytes / (422.92 * MIB) - 1)).toBeLessThan(0.01);
  });
});
