import { describe, expect, it } from "vitest";
import { summarise } from "../../../evals/backtest/statistics.ts";
import { fitEdgeMemory } from "../../../evals/calibration/edge-memory.ts";
import { edgeMemoryRuns } from "../../../evals/calibration/edge-runs.ts";
import { hideMeasurements, replaceMeasurements } from "../../../evals/knowledge-view.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

describe("fitEdgeMemory()", () => {
  it("finds again the constants from which runs were made", () => {
    const made: Record<string, number> = {
      "edge-context": 0.7e9,
      "edge-activation-bytes": 20,
      "edge-recurrent-workspace": 30e6,
      "edge-loading-share": 0.4,
      "edge-loading-share-mixture": 0.6,
      "edge-vision-bytes": 700,
    };
    const rows = edgeMemoryRuns(knowledge)
      .filter(({ row }) => row.speculation === undefined)
      .map(({ row, peakBytes }) => ({
        ...row,
        value: peakBytes((id) => made[id] ?? knowledge.assumption(id).value),
      }));
    const fitted = fitEdgeMemory(replaceMeasurements(knowledge, rows));
    for (const [id, value] of Object.entries(made))
      expect((fitted[id]?.value ?? 0) / value, id).toBeCloseTo(1, 1);
  });

  it("names the runs that depend on each constant, and stays at its start where there are none", () => {
    const dense = knowledge.allMeasurements().filter(({ model }) => model === "qwen3-0.6b");
    const fitted = fitEdgeMemory(replaceMeasurements(knowledge, dense));
    expect(fitted["edge-context"]).toMatchObject({ sampleSize: 8 });
    expect(fitted["edge-context"]?.fittedOn).toContain("e0276d");
    expect(fitted["edge-vision-bytes"]).toMatchObject({ value: 500 });
    expect(fitted["edge-vision-bytes"]?.fittedOn).toBeUndefined();
  });

  it("estimates peaks of models it has not seen within 6 % in the median and 15 % at nine of ten", () => {
    const runs = edgeMemoryRuns(knowledge).filter(({ row }) => row.speculation === undefined);
    const models = [...new Set(runs.map(({ row }) => row.model))];
    const errors = models.flatMap((model) => {
      const fitted = fitEdgeMemory(hideMeasurements(knowledge, (row) => row.model === model));
      const left = runs.filter(({ row }) => row.model === model);
      return left.map(({ row, peakBytes }) => {
        const estimate = peakBytes((id) => fitted[id]?.value ?? knowledge.assumption(id).value);
        return estimate / row.value - 1;
      });
    });
    const { count = 0, medianError = 1, p90Error = 1 } = summarise(errors) ?? {};
    expect(count).toBe(82);
    expect(medianError).toBeLessThan(0.06);
    expect(p90Error).toBeLessThan(0.15);
  });
});
