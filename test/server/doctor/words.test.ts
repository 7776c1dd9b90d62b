import { describe, expect, it } from "vitest";
import { checkOf, plainText, shellWord } from "../../../server/doctor/words.ts";

describe("shellWord()", () => {
  it.each([
    { text: "qwen3:4b", word: "qwen3:4b" },
    { text: "hf.co/Qwen/Qwen3-4B-GGUF:Q4_K_M", word: "hf.co/Qwen/Qwen3-4B-GGUF:Q4_K_M" },
    { text: "a b", word: "'a b'" },
    { text: "it's; rm -rf", word: "'it'\\''s; rm -rf'" },
    { text: "$(id)", word: "'$(id)'" },
    { text: "", word: "''" },
  ])("writes $text as $word", ({ text, word }) => {
    expect(shellWord(text)).toBe(word);
  });
});

describe("plainText()", () => {
  it.each([
    { text: "qwen3:4b, 4 Bücher, 日本", plain: "qwen3:4b, 4 Bücher, 日本" },
    { text: "a\u001b[2Jb\nc", plain: "a�[2Jb�c" },
    { text: "a\u202Eb", plain: "a�b" },
  ])("keeps words and nothing that steers a terminal: $plain", ({ text, plain }) => {
    expect(plainText(text)).toBe(plain);
  });
});

describe("checkOf()", () => {
  it("says nothing that a server could steer a terminal with", () => {
    const check = checkOf("model", "Model")("ok", "\u001b[2Jqwen", "ollama pull \u0007");
    expect(check).toMatchObject({ message: "�[2Jqwen", fix: "ollama pull �" });
  });

  it("makes checks of one subject, with a fix where there is one", () => {
    const check = checkOf("node", "Node");
    expect(check("ok", "Fine.")).toEqual({ id: "node", state: "ok", title: "Node", message: "Fine." });
    expect(check("problem", "Old.", "npm ci")).toMatchObject({ state: "problem", fix: "npm ci" });
  });
});
