import { describe, expect, it } from "vitest";
import { createChance } from "../../../evals/checker/random.ts";

const draw = (seed: number) => {
  const chance = createChance(seed);
  return Array.from({ length: 50 }, () => chance.below(10));
};

describe("createChance()", () => {
  it("gives the same numbers for the same seed and others for another", () => {
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it("stays below its end and reaches every number", () => {
    expect(new Set(draw(3))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
  });

  it("picks from a list, but not from an empty one", () => {
    expect(createChance(1).pick(["a"])).toBe("a");
    expect(() => createChance(1).pick([])).toThrow(RangeError);
    expect(createChance(1).chance(0)).toBe(false);
    expect(createChance(1).chance(1)).toBe(true);
  });
});
