import { describe, expect, it } from "vitest";
import { displayFigure, factUnit, speaksOf } from "../../../tools/evidence/figures.ts";

describe("displayFigure()", () => {
  it.each([
    { value: 26.8, unit: "tok/s", display: "26.8 tok/s" },
    { value: 1.39, unit: "ms", display: "1.39 ms" },
    { value: 4_370_000_000, unit: "B", display: "4.37 GB" },
    { value: 42, unit: "W", display: "42 W" },
    { value: 204.8e9, unit: "B/s", display: "204.8 GB/s" },
    { value: 2499, unit: "USD", display: "2,499 USD" },
    { value: 0.00046, unit: "USD", display: "0.00046 USD" },
    { value: 275e12, unit: "op/s", display: "275 TOPS" },
    { value: 1.02e9, unit: "Hz", display: "1020 MHz" },
    { value: 7.01, unit: "1", display: "7.01" },
    { value: 13, unit: "billions", display: "13B" },
    { value: 0.0004, unit: "1", display: "0.0004" },
  ] as const)("writes $value $unit as $display", ({ value, unit, display }) => {
    expect(displayFigure(value, unit)).toBe(display);
  });
});

describe("speaksOf()", () => {
  it.each([
    { metric: "decode", concurrency: 1, asked: "decode", speaks: true },
    { metric: "aggregate", concurrency: 1, asked: "decode", speaks: true },
    { metric: "decode", concurrency: 1, asked: "aggregate", speaks: true },
    { metric: "aggregate", concurrency: 2, asked: "decode", speaks: false },
    { metric: "aggregate", concurrency: 2, asked: "aggregate", speaks: true },
    { metric: "prefill", concurrency: 1, asked: "decode", speaks: false },
  ] as const)(
    "of $metric at $concurrency for $asked is $speaks",
    ({ metric, concurrency, asked, speaks }) => {
      expect(speaksOf({ metric, concurrency }, asked)).toBe(speaks);
    },
  );
});

describe("factUnit()", () => {
  it.each([
    ["tok/s", "tok/s"],
    ["B", "B"],
    ["op/s", "1"],
    ["Hz", "1"],
    ["billions", "1"],
  ] as const)("of %s is %s", (unit, expected) => {
    expect(factUnit(unit)).toBe(expected);
  });
});
