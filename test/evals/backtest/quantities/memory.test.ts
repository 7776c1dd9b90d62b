import { describe, expect, it } from "vitest";
import { caches, fileSizes, peaks } from "../../../../evals/backtest/quantities/memory.ts";
import { relativeError } from "../../../../evals/backtest/tables.ts";
import { knowledge } from "../../../fixtures/knowledge.ts";

describe("fileSizes", () => {
  const cases = fileSizes.cases(knowledge);

  it("has the published files of models and formats on record, of language models only", () => {
    expect(cases.length).toBeGreaterThan(600);
    expect(cases.filter(({ placed }) => placed.language === null)).toEqual([]);
  });

  it("weighs a file as what lies on the GPU and on the host: 4,920,739,168 bytes of Llama 3.1 8B", async () => {
    const own = cases.find(({ measured }) => measured === 4_920_739_168);
    const { expected = 0 } = (own && (await fileSizes.estimate(own, knowledge))) ?? {};
    expect(Math.abs(relativeError(expected, 4_920_739_168))).toBeLessThan(0.002);
  });
});

describe("caches", () => {
  it("are given by every log of a model on record, to half a per cent", async () => {
    const cases = caches.cases(knowledge);
    expect(cases.length).toBeGreaterThan(5);
    for (const own of cases) {
      const estimated = await caches.estimate(own, knowledge);
      expect(Math.abs(relativeError(estimated?.expected ?? 0, own.measured)), own.label).toBeLessThan(0.005);
    }
  });
});

describe("peaks", () => {
  it("are asked of the board they were measured on, without drafts, and leave out the system and its reserve", async () => {
    const cases = peaks.cases(knowledge);
    expect(cases.length).toBeGreaterThan(50);
    expect(cases.filter(({ placed }) => placed.speculation !== null)).toEqual([]);
    for (const { parts } of cases) expect(parts).not.toContain("os");
    const own = cases.find(({ id }) => id === "e0117d");
    const { expected = 0 } = (own && (await peaks.estimate(own, knowledge))) ?? {};
    expect(Math.abs(relativeError(expected, own?.measured ?? 0))).toBeLessThan(0.15);
  });
});
