import { describe, expect, it } from "vitest";
import { clip, digestLines, digestTokens } from "../../../tools/digest/digest-lines.ts";
import { estimateTokens } from "../../../tools/digest/estimate-tokens.ts";

const long = "word ".repeat(400).trim();

describe("digestLines()", () => {
  it("joins what there is, in the order given", () => {
    expect(digestLines(["verdict: fits", "", null, undefined, false, "fix: none"])).toBe(
      "verdict: fits\nfix: none",
    );
  });

  it("leaves out a line that is too long for the rest, not the lines after it", () => {
    expect(digestLines(["verdict: fits", long, "run: it"])).toBe("verdict: fits\nrun: it");
  });

  it("cuts a first line that is too long alone", () => {
    const digest = digestLines([long, "run: it"]);
    expect(digest).toMatch(/^word .* …$/);
    expect(estimateTokens(digest)).toBeLessThanOrEqual(digestTokens);
  });

  it("is empty where there is nothing to say", () => {
    expect(digestLines([null])).toBe("");
  });
});

describe("clip()", () => {
  it.each([
    { text: "three short words", tokens: 20, clipped: "three short words" },
    { text: "one two three four five six", tokens: 7, clipped: "one two three …" },
    { text: "one two", tokens: 0, clipped: "one …" },
  ])("makes $clipped of $text for $tokens tokens", ({ text, tokens, clipped }) => {
    expect(clip(text, tokens)).toBe(clipped);
  });
});
