import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, isForeign, writesDecimalComma } from "../../../server/check/fold.ts";

describe("fold()", () => {
  it.each([
    ["１６ＧＢ", "16GB"],
    ["−3.20 GB", "-3.20 GB"],
    ["1\u202f234", "1\u00a0234"],
    ["a\u0007b\nc", "a b\nc"],
    ["1’234", "1'234"],
    ["It needs _9.12 GB_, __not__ less.", "It needs  9.12 GB ,   not   less."],
    ["Q4_K_M and sm_87", "Q4_K_M and sm_87"],
  ])("brings %j into one spelling", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("keeps every place, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => fold(text).length === text.length),
    );
  });
});

describe("writesDecimalComma()", () => {
  it.each([
    ["Es braucht 4,9 GB", true],
    ["It needs 4.9 GB", false],
    ["Es passt auf die Karte mit 1.234 MB", true],
    ["It needs 1,234 MB", false],
    ["Qwen2.5 passt mit 4,9 GB", true],
  ])("of %s is %s", (text, comma) => {
    expect(writesDecimalComma(text, (at) => /[A-Za-z]/.test(text[at - 1] ?? ""))).toBe(comma);
  });
});

describe("isForeign()", () => {
  it.each([
    ["The model fits on the board.", false],
    ["Das Modell passt auf die Karte.", true],
    ["放得下", true],
  ])("of %s is %s", (text, foreign) => {
    expect(isForeign(text)).toBe(foreign);
  });
});
