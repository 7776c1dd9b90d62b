import { describe, expect, it } from "vitest";
import { wilsonInterval } from "../../../evals/report/wilson.ts";

describe("wilsonInterval()", () => {
  it("goes down to n ÷ (n + z²) where all of n passed, and up to 1", () => {
    const { low, high } = wilsonInterval(1, 10);
    expect(low).toBeCloseTo(10 / (10 + 3.841459), 6);
    expect(high).toBeCloseTo(1, 12);
  });

  it("is the mirror of that where none passed", () => {
    const { low, high } = wilsonInterval(0, 10);
    expect(low).toBe(0);
    expect(high).toBeCloseTo(3.841459 / (10 + 3.841459), 6);
  });

  it("lies around a half evenly, and narrower the more there are", () => {
    const few = wilsonInterval(0.5, 10);
    const many = wilsonInterval(0.5, 1000);
    expect(few.low + few.high).toBeCloseTo(1, 12);
    expect(many.high - many.low).toBeLessThan(few.high - few.low);
  });

  it("knows nothing of no cases", () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });
});
