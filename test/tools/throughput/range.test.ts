import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scaleRange, toRange } from "../../../tools/throughput/range.ts";

describe("toRange()", () => {
  it.each([
    { what: "a width of 0.25", at: [10, 0.25], range: { low: 8, expected: 10, high: 12.5 } },
    { what: "no width", at: [10, 0], range: { low: 10, expected: 10, high: 10 } },
    { what: "a limit above", at: [10, 0.25, 13], range: { low: 8, expected: 10, high: 12.5 } },
    { what: "a limit between", at: [10, 0.25, 11], range: { low: 8, expected: 10, high: 11 } },
    { what: "a limit at the figure", at: [10, 0.25, 10], range: { low: 8, expected: 10, high: 10 } },
    { what: "a limit below", at: [10, 0.25, 5], range: { low: 4, expected: 5, high: 5 } },
  ] as const)("spreads 10 with $what", ({ at: [expected, width, limit], range }) => {
    expect(toRange(expected, width, limit)).toEqual(range);
  });

  it("stays in order and below its limit", () => {
    const positive = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
    const width = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(positive, width, positive, (figure, half, limit) => {
        const { low, expected, high } = toRange(figure, half, limit);
        expect(low).toBeLessThanOrEqual(expected);
        expect(expected).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(limit);
      }),
    );
  });
});

describe("scaleRange()", () => {
  it("scales all three figures", () => {
    expect(scaleRange({ low: 1, expected: 2, high: 4 }, 0.5)).toEqual({ low: 0.5, expected: 1, high: 2 });
  });
});
