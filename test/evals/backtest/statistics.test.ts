import { describe, expect, it } from "vitest";
import { conformalWidth, summarise } from "../../../evals/backtest/statistics.ts";

describe("summarise()", () => {
  it("gives the median of sizes and of signed errors: -0.5, 0.125, 0.25", () => {
    expect(summarise([-0.5, 0.125, 0.25])).toEqual({
      count: 3,
      medianError: 0.25,
      p90Error: 0.45,
      p95Error: 0.475,
      bias: 0.125,
    });
  });

  it("knows nothing of no cases", () => {
    expect(summarise([])).toBeUndefined();
  });
});

describe("conformalWidth()", () => {
  it("holds nine of ten new cases: the ninth largest of nine ratios", () => {
    const ratios = [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 2];
    expect(conformalWidth(ratios, 0.9)).toBeCloseTo(1, 12);
    expect(conformalWidth([...ratios, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 0.9)).toBeCloseTo(0.7, 12);
  });

  it("takes a prediction of half as seriously as one of twice", () => {
    expect(conformalWidth([0.5], 0.9)).toBeCloseTo(1, 12);
  });

  it("knows nothing of no cases", () => {
    expect(conformalWidth([], 0.9)).toBeUndefined();
  });
});
