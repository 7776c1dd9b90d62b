import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createStops, nearestStop } from "../../../web/planner/stops.ts";

describe("createStops()", () => {
  it("doubles every four stops", () => {
    expect(createStops(512, 2048, 64)).toEqual([512, 640, 704, 832, 1024, 1216, 1472, 1728, 2048]);
  });

  it("counts every small number once", () => {
    expect(createStops(1, 10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10]);
    expect(createStops(0, 4)).toEqual([0, 1, 2, 3, 4]);
  });

  it.each([
    { least: 512, most: 512 },
    { least: 512, most: 448 },
  ])("has one stop where a model takes no more than the least, $most", ({ least, most }) => {
    expect(createStops(Math.min(least, most), most, 64)).toEqual([most]);
  });

  it("ascends from the least to the most, whatever they are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4096 }), fc.integer({ min: 0, max: 300_000 }), (least, more) => {
        const stops = createStops(least, least + more, 64);
        expect(stops.at(0)).toBe(least);
        expect(stops.at(-1)).toBe(least + more);
        expect(stops.every((stop, index) => index === 0 || stop > (stops[index - 1] ?? stop))).toBe(true);
      }),
    );
  });
});

describe("nearestStop()", () => {
  it("finds every stop by its own value", () => {
    const stops = createStops(0, 131_072, 64);
    expect(stops.map((stop) => nearestStop(stops, stop))).toEqual(stops.map((_, index) => index));
  });

  it("takes the end that a value lies beyond", () => {
    const stops = createStops(512, 4096, 64);
    expect(nearestStop(stops, 1)).toBe(0);
    expect(nearestStop(stops, 1_000_000)).toBe(stops.length - 1);
  });
});
