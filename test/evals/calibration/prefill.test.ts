import { describe, expect, it } from "vitest";
import { openLeastAbsolute } from "../../../evals/calibration/least-absolute.ts";
import { fitPrefill, promptObservations, promptParameters } from "../../../evals/calibration/prefill.ts";
import { hideMeasurements } from "../../../evals/knowledge-view.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

describe("promptObservations()", () => {
  it("splits the time of every run into costs that are on record", () => {
    const observations = promptObservations(knowledge);
    expect(observations.length).toBeGreaterThan(150);
    for (const { observation } of observations)
      for (const id of observation.amounts.keys()) expect(knowledge.findAssumption(id), id).toBeDefined();
  });
});

describe("fitPrefill()", async () => {
  const solve = await openLeastAbsolute();

  it("names the runs, computes nothing faster than the peak, and gives what is on record", () => {
    const fitted = fitPrefill(knowledge, solve);
    expect(Object.keys(fitted)).toEqual(Object.keys(promptParameters));
    for (const [id, { value, sampleSize }] of Object.entries(fitted)) {
      if (id.startsWith("prompt-arithmetic")) expect(value, id).toBeGreaterThanOrEqual(1.02);
      expect(value).toBe(knowledge.assumption(id).value);
      expect(sampleSize, id).toBeGreaterThan(0);
    }
  });

  it("learns nothing of an engine whose runs are hidden", () => {
    const hidden = hideMeasurements(knowledge, ({ runtime }) => runtime === "llama-cpp");
    const { "prompt-arithmetic-widened-ggml-orin": ggml } = fitPrefill(hidden, solve);
    expect(ggml?.value).toBe(knowledge.assumption("prompt-arithmetic-widened-other").value);
    expect(ggml?.sampleSize).toBeUndefined();
  });
});
