import { describe, expect, it } from "vitest";
import { recalibrate } from "../../../evals/calibration/recalibrate.ts";
import { Assumption } from "../../../knowledge/evidence-schema.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const constant = (value: number) =>
  Assumption.parse({ value, meaning: "a number", source: "own-fit", confidence: "low" });

describe("recalibrate()", () => {
  it("gives each calibrator what those before it found", () => {
    const fitted = recalibrate(
      knowledge,
      [() => ({ first: constant(2) }), (seen) => ({ second: constant(seen.assumption("first").value * 10) })],
      () => ({}),
    );
    expect(fitted.first?.value).toBe(2);
    expect(fitted.second?.value).toBe(20);
  });
});
