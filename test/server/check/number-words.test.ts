import { describe, expect, it } from "vitest";
import { findNumberWords } from "../../../server/check/number-words.ts";

describe("findNumberWords()", () => {
  it.each([
    ["two GB", 2],
    ["zwei GB", 2],
    ["deux Go", 2],
    ["dos GB", 2],
    ["两 GB", 2],
    ["十六 GB", 16],
    ["twice the memory", 2],
    ["half as fast", 0.5],
    ["a third of the price", 1 / 3],
  ])("reads %s as %d", (text, value) => {
    expect(findNumberWords(text).map((word) => word.value)).toContain(value);
  });

  it("says which are multiples", () => {
    expect(findNumberWords("double the speed of two boards").map(({ isMultiple }) => isMultiple)).toEqual([
      true,
      false,
    ]);
  });

  it.each(["half of it", "double click", "tenant", "someone"])("reads nothing in: %s", (text) => {
    expect(findNumberWords(text)).toEqual([]);
  });
});
