import { describe, expect, it } from "vitest";
import { withRanges } from "../../../evals/calibration/ranges.ts";
import { Assumption } from "../../../knowledge/evidence-schema.ts";

const constant = (value: number, fields: object = { sampleSize: 2 }) =>
  Assumption.parse({ value, meaning: "a cost", source: "own-fit", confidence: "low", ...fields });

describe("withRanges()", () => {
  it("spans what the fits give that leave something out", () => {
    const folds = [{ cost: constant(3) }, { cost: constant(7) }];
    expect(withRanges({ cost: constant(5) }, folds).cost).toMatchObject({ value: 5, range: [3, 7] });
  });

  it("leaves a range that the fit itself gave", () => {
    const spread = constant(5, { sampleSize: 2, range: [1, 9] });
    expect(withRanges({ cost: spread }, [{ cost: constant(7) }]).cost?.range).toEqual([1, 9]);
  });

  it("takes no stand-in for a fit, and a constant alone for itself", () => {
    const folds = [{ cost: constant(100, {}) }];
    expect(withRanges({ cost: constant(5) }, folds).cost?.range).toEqual([5, 5]);
  });
});
