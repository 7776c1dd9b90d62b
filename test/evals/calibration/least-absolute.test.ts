import { describe, expect, it } from "vitest";
import { openLeastAbsolute } from "../../../evals/calibration/least-absolute.ts";

const solve = await openLeastAbsolute();
const observe = (a: number, b: number, measured: number) => ({
  amounts: new Map([
    ["a", a],
    ["b", b],
  ]),
  measured,
});

describe("fitLeastAbsolute()", () => {
  it("finds the line through points that lie on one: 2 a + 3 b", () => {
    const values = solve([observe(1, 0, 2), observe(0, 1, 3), observe(1, 1, 5), observe(2, 1, 7)], {
      a: 0,
      b: 0,
    });
    expect(values.a).toBeCloseTo(2, 9);
    expect(values.b).toBeCloseTo(3, 9);
  });

  it("is not moved by one wild measurement among five", () => {
    const good = [1, 2, 3, 4].map((a) => observe(a, 0, 2 * a));
    expect(solve([...good, observe(5, 0, 1000)], { a: 0 }).a).toBeCloseTo(2, 9);
  });

  it("keeps each parameter at its bound or above", () => {
    expect(solve([observe(1, 0, 2)], { a: 2.5 }).a).toBeCloseTo(2.5, 9);
  });

  it("finds small and large parameters alike", () => {
    const values = solve([observe(1e-9, 0, 0.01), observe(1e-9, 1e3, 0.02)], { a: 0, b: 0 });
    expect(values.a).toBeCloseTo(1e7, 0);
    expect(values.b).toBeCloseTo(1e-5, 12);
  });
});
