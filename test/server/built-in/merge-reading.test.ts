import { describe, expect, it } from "vitest";
import { mergeReading } from "../../../server/built-in/merge-reading.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const read = (text: string) => readQuestion(text, knowledge);

describe("mergeReading()", () => {
  const before = read("How fast is Qwen3-8B in Q8_0 with 16k context on Thor, headless?");

  it("keeps what the new turn does not state", () => {
    expect(mergeReading(before, read("and with vLLM?"), false)).toMatchObject({
      boards: ["Thor"],
      quantizations: ["q8-0"],
      runtimes: ["vllm"],
      contextTokens: 16_384,
      headless: true,
      speed: true,
    });
  });

  it("takes what is asked from the turn that asks", () => {
    expect(mergeReading(before, read("does it fit?"), true)).toMatchObject({ speed: false, fit: true });
    const ranked = read("Which board is the fastest for Qwen3-8B?");
    expect(mergeReading(ranked, read("does it fit?"), true).rankBy).toBeUndefined();
    expect(mergeReading(ranked, read("with 16k context?"), false).rankBy).toBe("fastest");
  });
});
