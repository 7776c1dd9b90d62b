import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../../server/agent/sentences.ts";

describe("sentencesOf()", () => {
  it.each([
    ["It fits. 4.94 GB stays free.", ["It fits. ", "4.94 GB stays free."]],
    ["Yes [a#b]. It fits. [1] Next.", ["Yes [a#b]. ", "It fits. [1] ", "Next."]],
    ["# Memory\n\n- one\n- two", ["# Memory\n\n", "- one\n", "- two"]],
    ["| a. b | 1.5 GB. |\n|---|---|\n", ["| a. b | 1.5 GB. |\n", "|---|---|\n"]],
    ["可以。剩余 4.94 GB。", ["可以。", "剩余 4.94 GB。"]],
    ["", []],
  ])("splits %j", (text, sentences) => {
    expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual(sentences);
  });

  it("covers any text without gaps", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const sentences = sentencesOf(text);
        expect(sentences.map((sentence) => sentence.text).join("")).toBe(text);
        for (const { start, end, text: own } of sentences) expect(text.slice(start, end)).toBe(own);
      }),
    );
  });
});
