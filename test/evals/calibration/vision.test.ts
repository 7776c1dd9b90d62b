import { describe, expect, it } from "vitest";
import { openLeastAbsolute } from "../../../evals/calibration/least-absolute.ts";
import { fitVision, visionObservations, visionParameters } from "../../../evals/calibration/vision.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

describe("visionObservations()", () => {
  it("takes runs that timed the tower alone", () => {
    const runs = visionObservations(knowledge).map(({ run }) => run.row);
    expect(runs.length).toBeGreaterThan(50);
    for (const { imageTokens, runtime } of runs) {
      expect(imageTokens).toBeGreaterThan(0);
      expect(runtime).toBe("tensorrt-edge-llm");
    }
  });
});

describe("fitVision()", async () => {
  const solve = await openLeastAbsolute();

  it("gives what is on record, with towers that reach a third to all of the peak", () => {
    const fitted = fitVision(knowledge, solve);
    expect(Object.keys(fitted)).toEqual(Object.keys(visionParameters));
    for (const [id, { value }] of Object.entries(fitted)) {
      expect(value, id).toBe(knowledge.assumption(id).value);
      if (id.startsWith("vision-arithmetic")) expect(value).toBeLessThan(4);
    }
  });
});
