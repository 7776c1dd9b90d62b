import { describe, expect, it } from "vitest";
import { amountPhrases, endPhrases, toCues } from "../../../server/check/cues.ts";
import { createPhraseFinder } from "../../../server/check/phrases.ts";

const cuesOf = (text: string) =>
  toCues(createPhraseFinder(amountPhrases)(text)).map(({ start, end }) => text.slice(start, end));

describe("toCues()", () => {
  it.each([
    ["It needs 9 GB", ["needs"]],
    ["4 GB stays free", ["free"]],
    ["weights kept on the host", ["weights kept on the host"]],
    ["prompt cache growth or swap", ["prompt cache growth or swap"]],
    ["höchstens 22 tok/s", ["höchstens"]],
    ["剩余 4 GB", ["剩余"]],
    ["a needless thing", []],
  ])("keeps of overlapping phrases the longest in: %s", (text, words) => {
    expect([...new Set(cuesOf(text))]).toEqual(words);
  });
});

describe("endPhrases", () => {
  it("name both ends", () => {
    const find = createPhraseFinder(endPhrases);
    expect(find("at least 4 and up to 11").map(({ value }) => value)).toEqual(["low", "high"]);
  });
});
