import { describe, expect, it } from "vitest";
import { holm, signTest } from "../../../evals/report/sign-test.ts";

describe("signTest()", () => {
  it.each([
    { better: 0, worse: 5, chance: 2 / 32 },
    { better: 0, worse: 6, chance: 2 / 64 },
    { better: 1, worse: 5, chance: (2 * (1 + 6)) / 64 },
    { better: 5, worse: 1, chance: (2 * (1 + 6)) / 64 },
    { better: 3, worse: 3, chance: 1 },
    { better: 0, worse: 0, chance: 1 },
  ])("gives $chance for $better better and $worse worse", ({ better, worse, chance }) => {
    expect(signTest(better, worse)).toBeCloseTo(chance, 12);
  });

  it("stays a chance for thousands of pairs", () => {
    expect(signTest(2000, 2000)).toBeCloseTo(1, 6);
    expect(signTest(1000, 3000)).toBeLessThan(1e-100);
  });
});

describe("holm()", () => {
  it("multiplies the least chance by the number of tests, the next by one less, and never falls", () => {
    const [third, first, second] = holm([0.5, 0.01, 0.02]);
    expect(first).toBeCloseTo(0.03, 12);
    expect(second).toBeCloseTo(0.04, 12);
    expect(third).toBe(0.5);
    expect(holm([0.03, 0.04])[1]).toBeCloseTo(0.06, 12);
  });

  it("gives no chance above 1", () => {
    expect(holm([0.9, 1])).toEqual([1, 1]);
  });
});
