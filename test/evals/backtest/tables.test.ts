import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../evals/backtest/hold-out.ts";
import type { Estimated, Prepared } from "../../../evals/backtest/quantity.ts";
import {
  aboveCeiling,
  coverage,
  errorsOf,
  isKept,
  peerTable,
  ratioText,
  relativeError,
  summaryTable,
  worstTable,
} from "../../../evals/backtest/tables.ts";

const outcome = (measured: number, estimated: Estimated | null, peers: Outcome["peers"] = {}): Outcome => ({
  quantity: "q",
  own: { id: `r${measured}`, model: "m", source: "s", label: "a label", measured },
  estimated,
  peers,
});
const prepared: Prepared[] = [
  {
    quantity: { id: "q", title: "Speed", unit: "tok/s", bar: { medianError: 0.1 }, fitted: true },
    tests: [],
  },
];

describe("relativeError()", () => {
  it.each([
    { expected: 12, rounding: 0, error: 0.2 },
    { expected: 8, rounding: 0, error: -0.2 },
    { expected: 12, rounding: 1, error: 0.1 },
    { expected: 10.5, rounding: 1, error: 0 },
  ])("is $error for $expected against 10 printed to within $rounding", ({ expected, rounding, error }) => {
    expect(relativeError(expected, 10, rounding)).toBeCloseTo(error, 12);
  });
});

describe("errorsOf()", () => {
  it("passes over cases without an estimate", () => {
    expect(errorsOf([outcome(10, { expected: 11 }), outcome(10, null)])).toHaveLength(1);
  });
});

describe("isKept()", () => {
  it.each([
    { bar: { medianError: 0.2 }, kept: true },
    { bar: { medianError: 0.19 }, kept: false },
    { bar: { medianError: 0.2, p90Error: 0.3 }, kept: false },
    { bar: { medianError: 0.2, p95Error: 0.3 }, kept: false },
    { bar: { medianError: 0.2, everyError: 0.5 }, kept: true },
    { bar: { medianError: 0.2, everyError: 0.49 }, kept: false },
  ])("is $kept for errors of 0.1, -0.2 and 0.5 against $bar", ({ bar, kept }) => {
    expect(isKept(bar, [0.1, -0.2, 0.5])).toBe(kept);
  });

  it("is not kept by no cases at all", () => {
    expect(isKept({ medianError: 1 }, [])).toBe(false);
  });
});

describe("coverage()", () => {
  it("counts measurements on the ends of their interval as inside", () => {
    const range = { expected: 10, low: 8, high: 12 };
    expect(coverage([outcome(8, range), outcome(12, range), outcome(12.1, range), outcome(1, null)])).toEqual(
      {
        count: 3,
        share: 2 / 3,
      },
    );
    expect(coverage([outcome(10, { expected: 10 })])).toBeUndefined();
  });
});

describe("aboveCeiling()", () => {
  it("finds an estimate and an upper end above the ceiling", () => {
    const fine = outcome(1, { expected: 9, high: 10, ceiling: 10 });
    const over = outcome(2, { expected: 11, high: 11, ceiling: 10 });
    const high = outcome(3, { expected: 9, high: 11, ceiling: 10 });
    expect(aboveCeiling([fine, over, high])).toEqual([over, high]);
  });
});

describe("ratioText()", () => {
  it.each([
    { theirs: 0.5, ours: 0.1, text: "5.0×" },
    { theirs: 0.05, ours: 0, text: "> 500×" },
    { theirs: 0.00001, ours: 0, text: "tie" },
    { theirs: 0.1, ours: 0.2, text: "0.5×" },
  ])("is $text for $theirs against $ours", ({ theirs, ours, text }) => {
    expect(ratioText(theirs, ours)).toBe(text);
  });
});

describe("tables", () => {
  const outcomes = [
    outcome(10, { expected: 11, low: 9, high: 12 }, { theirs: 20 }),
    outcome(20, { expected: 20, low: 19, high: 21 }, { theirs: null }),
  ];

  it("sum up a quantity in one row, and say whether its bar is kept", () => {
    expect(summaryTable(prepared, outcomes)).toContain(
      "| Speed | 2 | 5.0 % | 9.0 % | 9.5 % | 5.0 % | 100.0 % | median ≤ 10.0 % | kept |",
    );
    expect(summaryTable(prepared, [outcome(10, { expected: 20 })])).toContain("**missed**");
  });

  it("compare with others on the cases of which they say something", () => {
    expect(peerTable(prepared, outcomes)).toContain(
      "| Speed | theirs | 1 | 100.0 % | 10.0 % | 10.0× | 100.0 % | 10.0 % |",
    );
  });

  it("list what was furthest off first, with the reason where it is known, and nothing that was right", () => {
    const [first, ...more] = worstTable(prepared, outcomes, { r10: "a cold start" }).split("\n").slice(2);
    expect(first).toBe("| Speed | r10 | a label | 10.00 | 11.00 | 10.0 % | a cold start |");
    expect(more).toEqual([]);
    expect(worstTable(prepared, outcomes, {})).toContain("| not known |");
  });
});
