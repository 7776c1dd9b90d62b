import { describe, expect, it } from "vitest";
import { wholeNumber } from "../../../server/commands/whole-number.ts";

describe("wholeNumber()", () => {
  it.each([
    ["1", 1],
    ["7860", 7860],
  ])("reads %s", (text, value) => {
    expect(wholeNumber(text)).toBe(value);
  });

  it.each(["0", "-1", "1.5", "many", "", "1e400"])("refuses %j and says what is wanted", (text) => {
    expect(() => wholeNumber(text)).toThrow(/wanted a whole number above zero/);
  });
});
