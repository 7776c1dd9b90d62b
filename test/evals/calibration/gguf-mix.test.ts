import { describe, expect, it } from "vitest";
import { fitGgufMixes } from "../../../evals/calibration/gguf-mix.ts";
import { hideMeasurements, replaceMeasurements } from "../../../evals/knowledge-view.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

describe("fitGgufMixes()", () => {
  const fits = fitGgufMixes(knowledge);

  it("gives what stands on record: one factor for each mix without published rules, and the tokenizer", () => {
    expect(Object.keys(fits).sort()).toEqual([
      "gguf-mix-ud-q2-k-xl",
      "gguf-mix-ud-q4-k-xl",
      "gguf-mix-ud-q8-k-xl",
      "gguf-tokenizer-bytes",
    ]);
    for (const [id, { value, range, sampleSize, fittedOn }] of Object.entries(fits))
      expect(knowledge.assumption(id), id).toMatchObject({ value, range, sampleSize, fittedOn });
  });

  it("fits on no file it does not see, and on none that is no plain GGUF", () => {
    const hidden = hideMeasurements(knowledge, ({ model }) => model === "qwen3-0.6b");
    const seen = new Set(Object.values(fitGgufMixes(hidden)).flatMap(({ fittedOn }) => fittedOn));
    const noted = knowledge.allMeasurements().filter(({ note }) => note !== undefined);
    expect(knowledge.measurements("qwen3-0.6b").filter(({ id }) => seen.has(id))).toEqual([]);
    expect(noted.filter(({ id }) => seen.has(id))).toEqual([]);
    expect(seen.size).toBeGreaterThan(100);
  });

  it("fits nothing on too few files", () => {
    expect(fitGgufMixes(replaceMeasurements(knowledge, []))).toEqual({});
  });

  it("fits medians inside their ranges", () => {
    for (const { value, range } of Object.values(fits)) {
      expect(value).toBeGreaterThanOrEqual(range?.[0] ?? value);
      expect(value).toBeLessThanOrEqual(range?.[1] ?? value);
    }
  });
});
