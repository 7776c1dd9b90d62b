import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../evals/backtest/hold-out.ts";
import { fitIntervals, withLeftOutIntervals } from "../../../evals/backtest/intervals.ts";

const outcome = (
  id: string,
  ratio: number,
  interval = "interval-a",
  model = id,
  ceiling?: number,
): Outcome => ({
  quantity: "q",
  own: { id, model, source: `source of ${id}`, label: id, measured: 10 },
  estimated: { expected: 10 * ratio, low: 0, high: 1000, interval, ...(ceiling && { ceiling }) },
  peers: {},
});
const isMeasured = (interval: string) => interval === "interval-measured";

describe("fitIntervals()", () => {
  it("gives each class the width that holds nine of ten left-out runs, and names these", () => {
    const model = [outcome("a", 1.1), outcome("b", 1.5), outcome("c", 2, "interval-b")];
    const fitted = fitIntervals({ model, source: [] }, isMeasured);
    expect(fitted["interval-a"]).toMatchObject({ value: 0.5, sampleSize: 2, fittedOn: ["a", "b"] });
    expect(fitted["interval-b"]).toMatchObject({ value: 1, sampleSize: 1, fittedOn: ["c"] });
  });

  it("takes a measured speed by what other sources say, and others by what the fit without the model says", () => {
    const model = [outcome("a", 1.1), outcome("b", 3, "interval-measured")];
    const source = [outcome("a", 3), outcome("b", 1.2, "interval-measured")];
    const fitted = fitIntervals({ model, source }, isMeasured);
    expect(fitted["interval-a"]?.value).toBe(0.1);
    expect(fitted["interval-measured"]?.value).toBe(0.2);
  });
});

describe("withLeftOutIntervals()", () => {
  const range = (outcomes: Outcome[], index: number) =>
    withLeftOutIntervals(outcomes, "model")[index]?.estimated;

  it("draws the interval of a run from runs of other models only", () => {
    const outcomes = [
      outcome("a", 1, "interval-a", "m"),
      outcome("b", 9, "interval-a", "m"),
      outcome("c", 2),
    ];
    expect(range(outcomes, 0)?.low).toBeCloseTo(5, 9);
    expect(range(outcomes, 0)?.high).toBeCloseTo(20, 9);
  });

  it("ends an interval at the ceiling", () => {
    expect(range([outcome("a", 1, "interval-a", "m", 15), outcome("c", 2)], 0)?.high).toBe(15);
  });

  it("leaves a class of one model as it is", () => {
    expect(range([outcome("a", 1)], 0)).toMatchObject({ low: 0, high: 1000 });
  });
});
