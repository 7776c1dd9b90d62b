import { describe, expect, it } from "vitest";
import { listed, render, unique } from "../../../server/built-in/block.ts";

describe("render()", () => {
  it("puts a heading over its lines and leaves empty blocks out", () => {
    const blocks = [
      { lines: ["first"] },
      { heading: "Empty", lines: [] },
      { heading: "Speed", lines: ["- a", "- b"] },
    ];
    expect(render(blocks)).toBe("first\n\n### Speed\n\n- a\n- b");
  });

  it("separates paragraphs without a heading by an empty line", () => {
    expect(render([{ lines: ["one", "two"] }])).toBe("one\n\ntwo");
  });
});

describe("unique()", () => {
  it("keeps the first of equal lines, in order", () => {
    expect(unique(["b", "a", "b"])).toEqual(["b", "a"]);
  });
});

describe("listed()", () => {
  it.each([
    [[], ""],
    [["the watts"], "the watts"],
    [["A", "B"], "A and B"],
    [["A", "B", "C"], "A, B and C"],
  ])("joins %j to %s", (words, text) => expect(listed(words)).toBe(text));
});
