import { describe, expect, it } from "vitest";
import { drawPlot, toPoints } from "../../../evals/backtest/plot.ts";

const own = { id: "r", model: "m", source: "s", label: "l", measured: 10 };

describe("toPoints()", () => {
  it("takes the quantities named, where there is an estimate", () => {
    const outcomes = [
      { quantity: "a", own, estimated: { expected: 12 }, peers: {} },
      { quantity: "a", own, estimated: null, peers: {} },
      { quantity: "b", own, estimated: { expected: 12 }, peers: {} },
    ];
    expect(toPoints(outcomes, new Map([["a", "Speed"]]))).toEqual([
      { quantity: "Speed", measured: 10, estimated: 12 },
    ]);
  });
});

describe("drawPlot()", () => {
  it("draws a line where both agree and a point for each case, and names axes and quantities", async () => {
    const points = [
      { quantity: "Speed", measured: 10, estimated: 12 },
      { quantity: "Speed", measured: 100, estimated: 80 },
    ];
    const svg = await drawPlot(points, "tok/s");
    expect(svg).toMatch(/^<svg/);
    expect(svg.match(/aria-roledescription="point"/g)).toHaveLength(2);
    for (const text of ["measured, tok/s", "estimated, left out, tok/s", "Speed"])
      expect(svg).toContain(text);
  });
});
