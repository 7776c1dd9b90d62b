import { describe, expect, it } from "vitest";
import { plainWords } from "../../../evals/scorers/plain-words.ts";

describe("plainWords()", () => {
  it.each([
    ["It **fits**, barely!", " it fits barely "],
    ["TensorRT-LLM 0.13.", " tensorrt llm 0.13 "],
    ["20–50 %", " 20 50 % "],
    ["", "  "],
  ])("reads %s as %s", (text, words) => {
    expect(plainWords(text)).toBe(words);
  });

  it("finds whole words only", () => {
    expect(plainWords("outfits")).not.toContain(plainWords("fits"));
  });
});
