import { describe, expect, it } from "vitest";
import { contentWords, stemsOf } from "../../../server/built-in/word-stems.ts";

describe("contentWords()", () => {
  it.each([
    { text: "", words: [] },
    { text: "How fast is it?", words: [] },
    { text: "Does Llama-3.1 fit the KV cache?", words: ["llama-3.1", "fit", "kv", "cache"] },
    { text: "Q4_K_M, q4_k_m and W4A16.", words: ["q4_k_m", "w4a16"] },
  ])("of $text are $words", ({ text, words }) => {
    expect(contentWords(text)).toEqual(words);
  });
});

describe("stemsOf()", () => {
  it.each([
    ["build", "builds"],
    ["tested", "tests"],
    ["quantizing", "quantization"],
    ["replaces", "replacement"],
  ])("takes %s and %s for one word", (one, other) => {
    expect(stemsOf(one)).toEqual(stemsOf(other));
  });

  it("leaves short words and names of formats as they are", () => {
    expect(stemsOf("uses nvfp4 q4_k_m")).toEqual(["uses", "nvfp4", "q4_k_m"]);
  });

  it("knows a compound by its parts too", () => {
    expect(stemsOf("cold-start")).toEqual(["cold-start", "cold", "start"]);
  });
});
