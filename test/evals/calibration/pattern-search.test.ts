import { describe, expect, it } from "vitest";
import { patternSearch } from "../../../evals/calibration/pattern-search.ts";

describe("patternSearch()", () => {
  it("finds the point of least loss from afar", () => {
    const loss = ({ x = 0, y = 0 }) => Math.abs(Math.log(x / 40)) + Math.abs(Math.log(y / 0.002));
    const { x = 0, y = 0 } = patternSearch(loss, { x: 1, y: 1 });
    expect(x / 40).toBeCloseTo(1, 2);
    expect(y / 0.002).toBeCloseTo(1, 2);
  });

  it("follows a valley in which one number can only grow while another shrinks", () => {
    const loss = ({ x = 0, y = 0 }) => 10 * Math.abs(Math.log(x * y)) + Math.abs(Math.log(x / 5));
    const { x = 0, y = 0 } = patternSearch(loss, { x: 1, y: 1 });
    expect(x).toBeCloseTo(5, 1);
    expect(y).toBeCloseTo(0.2, 2);
  });

  it("leaves alone what the loss does not depend on", () => {
    expect(patternSearch(() => 1, { x: 3 })).toEqual({ x: 3 });
    expect(patternSearch(({ x = 0 }) => (x - 4) ** 2, { x: 3, y: 7 }).y).toBe(7);
  });
});
