import { describe, expect, it } from "vitest";
import { readLexemes } from "../../../server/check/lexicon.ts";

describe("readLexemes()", () => {
  it("sorts the phrases of a text by what they say", () => {
    const { cues, endCues, verdictWords } = readLexemes("It fits and needs up to 9 GB.");
    expect(cues.map(({ rule }) => rule.quantities[0])).toContain("needed");
    expect(endCues.map(({ which }) => which)).toEqual(["high"]);
    expect(verdictWords.map(({ saying }) => saying)).toEqual(["fits"]);
  });
});
