import { describe, expect, it } from "vitest";
import { openLeastAbsolute } from "../../../evals/calibration/least-absolute.ts";
import {
  fitParameters,
  fittedAssumption,
  type ObservedRun,
  standIn,
  unitAmounts,
} from "../../../evals/calibration/parameters.ts";
import { Measurement } from "../../../knowledge/evidence-schema.ts";
import { assume, board, knowledge, place } from "../../fixtures/knowledge.ts";

const mine = { least: 0, meaning: "what is fitted", otherwise: "prompt-overhead-other" };

/** A run of a model that is made of that much of `mine`, and of the prompt overhead on record. */
function observed(model: string, amount: number, measured: number): ObservedRun {
  const row = {
    ...Measurement.parse({
      id: `${model}-${amount}`,
      device: "agx-orin-64gb",
      model,
      quantization: "q4-k-m",
      runtime: "llama-cpp",
      metric: "prefill",
      value: 1,
      confidence: "high",
    }),
    source: "s",
  };
  const amounts = new Map([
    ["mine", amount],
    ["prompt-overhead-other", 1],
  ]);
  const run = { row, board: board("agx-orin-64gb"), placed: place({ model }) };
  return { run, observation: { amounts, measured: measured + assume("prompt-overhead-other") } };
}

const runs = [observed("qwen3-8b", 10, 30), observed("qwen3-4b", 20, 60), observed("qwen3-0.6b", 5, 15)];

describe("fitParameters()", async () => {
  const solve = await openLeastAbsolute();

  it("takes out what is on record and fits the rest: 30 for 10 is 3 each", () => {
    expect(fitParameters(runs, { mine }, knowledge, solve).mine).toMatchObject({
      value: 3,
      sampleSize: 3,
      fittedOn: ["qwen3-8b-10", "qwen3-4b-20", "qwen3-0.6b-5"],
    });
  });

  it("takes a stand-in where no run tells", () => {
    const { other } = fitParameters(runs, { mine, other: mine }, knowledge, solve);
    expect(other).toMatchObject({ value: assume("prompt-overhead-other"), source: ["own-estimate"] });
    expect(other?.sampleSize).toBeUndefined();
  });
});

describe("unitAmounts()", () => {
  it("takes what one unit of each cost takes, adds those of one assumption, and leaves out what does not occur", () => {
    const time = ({ a, b, c, d }: { a: number; b: number; c: number; d: number }) =>
      2 * a + 3 * b + 5 * c + 0 * d;
    const assumptions = { a: "x", b: "x", c: null, d: "z" };
    expect([...unitAmounts({ a: 0, b: 0, c: 0, d: 0 }, assumptions, time)]).toEqual([["x", 5]]);
  });
});

describe("standIn()", () => {
  it("is the assumption named, or the least", () => {
    expect(standIn(mine, knowledge).value).toBe(assume("prompt-overhead-other"));
    expect(standIn({ least: 1.02, meaning: "" }, knowledge).value).toBe(1.02);
  });
});

describe("fittedAssumption()", () => {
  it("is medium from ten runs on, and nothing without one", () => {
    const ids = Array.from({ length: 10 }, (_, index) => `m${index}`);
    expect(fittedAssumption(1.23456, "", ids)).toMatchObject({ value: 1.235, confidence: "medium" });
    expect(fittedAssumption(1, "", ids.slice(1))?.confidence).toBe("low");
    expect(fittedAssumption(1, "", [])).toBeUndefined();
  });
});
