import { describe, expect, it } from "vitest";
import { calibrators } from "../../../evals/calibration/calibrators.ts";
import { openLeastAbsolute } from "../../../evals/calibration/least-absolute.ts";
import { recalibrate } from "../../../evals/calibration/recalibrate.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const solve = await openLeastAbsolute();

describe("calibrators", () => {
  it("give what the record says: the fitted constants follow from the measurements of this checkout", () => {
    const fitted = recalibrate(knowledge, calibrators, solve);
    expect(Object.keys(fitted).length).toBeGreaterThan(15);
    for (const [id, { value, sampleSize, fittedOn }] of Object.entries(fitted))
      expect({ id, value, sampleSize, fittedOn }).toEqual({
        id,
        value: knowledge.assumption(id).value,
        sampleSize: knowledge.assumption(id).sampleSize,
        fittedOn: knowledge.assumption(id).fittedOn,
      });
  });
});
