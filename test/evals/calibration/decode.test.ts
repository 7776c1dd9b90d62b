import { describe, expect, it } from "vitest";
import {
  decodeObservations,
  decodeParameters,
  fitDecode,
  measuredSeconds,
} from "../../../evals/calibration/decode.ts";
import { openLeastAbsolute } from "../../../evals/calibration/least-absolute.ts";
import { hideMeasurements } from "../../../evals/knowledge-view.ts";
import { Measurement } from "../../../knowledge/evidence-schema.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const run = (change: object) => ({
  ...Measurement.parse({
    id: "m1",
    device: "agx-orin-64gb",
    model: "qwen3-8b",
    quantization: "w4a16",
    runtime: "vllm",
    metric: "decode",
    value: 20,
    confidence: "high",
    ...change,
  }),
  source: "s",
});

describe("measuredSeconds()", () => {
  it.each([
    { change: {}, seconds: 0.05 },
    { change: { concurrency: 8 }, seconds: 0.05 },
    { change: { metric: "aggregate", concurrency: 8, value: 160 }, seconds: 0.05 },
  ])("is the time of a pass: $change", ({ change, seconds }) => {
    expect(measuredSeconds(run(change))).toBeCloseTo(seconds, 12);
  });
});

describe("decodeObservations()", () => {
  it("leaves out what was speculative, implausible, cold, doubtful or not in the catalogue", () => {
    const rows = decodeObservations(knowledge).map(({ run: { row } }) => row);
    expect(rows.length).toBeGreaterThan(250);
    for (const row of rows) {
      expect(row.speculation).toBeUndefined();
      expect(row.plausible && !row.coldStart && row.confidence !== "low").toBe(true);
      expect(knowledge.models.find(row.model)).toBeDefined();
    }
  });
});

describe("fitDecode()", async () => {
  const solve = await openLeastAbsolute();

  it("names with every constant the runs it was fitted on, and lets nothing stream faster than the bandwidth", () => {
    const fitted = fitDecode(knowledge, solve);
    expect(Object.keys(fitted)).toEqual(Object.keys(decodeParameters));
    for (const [id, { value, fittedOn = [], sampleSize }] of Object.entries(fitted)) {
      expect(fittedOn.length, id).toBe(sampleSize);
      if (id.startsWith("decode-stream-factor")) expect(value).toBeGreaterThanOrEqual(1.02);
    }
  });

  it("learns from the runs it is shown only", () => {
    const hidden = hideMeasurements(knowledge, ({ runtime }) => runtime === "mlc");
    expect(fitDecode(hidden, solve)["decode-layer-cycles-mlc"]?.sampleSize).toBeUndefined();
  });
});
