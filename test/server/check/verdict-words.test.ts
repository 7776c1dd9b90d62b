import { describe, expect, it } from "vitest";
import { createPhraseFinder } from "../../../server/check/phrases.ts";
import { sayingPhrases, toVerdictWords } from "../../../server/check/verdict-words.ts";

const find = createPhraseFinder(sayingPhrases);
const sayings = (text: string) => toVerdictWords(text, find(text)).map(({ saying }) => saying);

describe("toVerdictWords()", () => {
  it.each([
    ["It fits.", ["fits"]],
    ["It does not fit.", ["no-fit"]],
    ["It won't fit", ["no-fit"]],
    ["It no longer fits", ["no-fit"]],
    ["neither fits", ["no-fit"]],
    ["It barely fits", ["tight"]],
    ["It's not that it doesn't fit", ["fits"]],
    ["It cannot run", ["no-run"]],
    ["It will run", ["runs"]],
    ["It is not supported", ["unsupported"]],
    ["It is too slow", ["too-slow"]],
    ["It is not too slow", ["not-too-slow"]],
    ["Yes, it fits", ["yes", "fits"]],
    ["passt nicht", ["no-fit"]],
    ["ne tient pas", ["no-fit"]],
    ["no cabe", ["no-fit"]],
    ["放不下", ["no-fit"]],
    ["収まりません", ["no-fit"]],
    ["it fits on one but not on the Orin NX 8GB", ["fits", "no"]],
    ["a retrofit of outfits", []],
  ])("reads %s as %j", (text, expected) => {
    expect(sayings(text)).toEqual(expected);
  });
});
