import { describe, expect, it } from "vitest";
import { withoutPoliteness } from "../../../server/built-in/politeness.ts";

describe("withoutPoliteness()", () => {
  it.each([
    ["Hi there, a quick question: Does it fit? Many thanks in advance!", "Does it fit?"],
    ["Hello! Does it fit? Thanks", "Does it fit?"],
    ["Good morning, how fast is Qwen3 8B on Thor? Thank you very much.", "how fast is Qwen3 8B on Thor?"],
    ["I have a short question: what is NVFP4?", "what is NVFP4?"],
    ["Does it fit on Thor, thx", "Does it fit on Thor"],
  ])("leaves of %o the question", (text, question) => expect(withoutPoliteness(text)).toBe(question));

  it.each([
    "Thanks!",
    "Hello",
    "Does it fit?",
    "Can the hi-fi model run?",
    "Thanks to NVFP4 it fits, right?",
  ])("leaves %o as it is", (text) => expect(withoutPoliteness(text)).toBe(text));
});
