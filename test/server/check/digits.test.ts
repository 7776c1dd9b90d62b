import { describe, expect, it } from "vitest";
import { digitsPattern, readDigits } from "../../../server/check/digits.ts";

const values = (text: string, isDecimalComma = false) =>
  readDigits(text, isDecimalComma).map(({ value }) => value);

describe("readDigits()", () => {
  it.each([
    ["12", [12]],
    ["4.49", [4.49]],
    ["4,49", [4.49]],
    ["1,234", [1234]],
    ["1.234", [1.234]],
    ["1'234", [1234]],
    ["1\u00a0234", [1234]],
    ["1,234,567", [1234567]],
    ["1,234.5", [1234.5]],
    ["1.234,5", [1234.5]],
    ["0,123", [0.123]],
    ["36.4.7", []],
    ["1,23,4", []],
  ])("reads %s as %j", (text, read) => {
    expect(values(text)).toEqual(read);
  });

  it("reads grouped digits the other way round where a comma is the decimal sign", () => {
    expect(values("1.234", true)[0]).toBe(1234);
    expect(values("1,234", true)[0]).toBe(1.234);
  });

  it("knows the step of the last digit", () => {
    expect(readDigits("4.49", false)[0]?.step).toBeCloseTo(0.01, 12);
    expect(readDigits("449", false)[0]?.step).toBe(1);
  });
});

describe("digitsPattern", () => {
  it("takes marks between digits, none at their end", () => {
    expect("about 1,234.5, or 7.".match(new RegExp(digitsPattern, "g"))).toEqual(["1,234.5", "7"]);
  });
});
