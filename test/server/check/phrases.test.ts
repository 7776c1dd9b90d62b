import { describe, expect, it } from "vitest";
import { alternatives, beginnings, createPhraseFinder, wordStarts } from "../../../server/check/phrases.ts";

describe("alternatives()", () => {
  it("parts a pattern at its outer bars", () => {
    expect(alternatives("a(?:b|c(?:d|e))|f")).toEqual(["a(?:b|c(?:d|e))", "f"]);
  });
});

describe("beginnings()", () => {
  it.each([
    ["needs?", ["nee"]],
    ["(?:kept |the )?host", ["kep", "the", "hos"]],
    ["kv[- ]?cache", ["kv"]],
    ["(?<!b )usable", ["usa"]],
    ["n?ever", ["nev", "eve"]],
    ["\\d+ streams", [""]],
  ])("of %s are %j", (pattern, expected) => {
    expect([...beginnings(pattern)].sort()).toEqual([...expected].sort());
  });
});

describe("wordStarts()", () => {
  it("are where letters and digits begin", () => {
    expect(wordStarts("a bc, édu 4")).toEqual([0, 2, 6, 10]);
  });
});

describe("createPhraseFinder()", () => {
  const find = createPhraseFinder([
    { words: "needs?|in all", value: "need" },
    { words: "剩余", value: "room" },
  ]);

  it.each([
    ["it Needs it in all", ["need", "need"]],
    ["needsome", []],
    ["还剩余四", ["room"]],
    ["", []],
  ])("finds in %j: %j", (text, values) => {
    expect(find(text).map(({ value }) => value)).toEqual(values);
  });
});
