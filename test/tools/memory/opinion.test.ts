import { describe, expect, it } from "vitest";
import { toOpinion } from "../../../tools/memory/opinion.ts";
import { knowledge, place } from "../../fixtures/knowledge.ts";

const opinion = (...workloads: unknown[]) => toOpinion(workloads.map(place), knowledge);
const language = { name: "Seven", parametersBillions: 7 };
const vision = { name: "Eyes", kind: "vlm", parametersBillions: 7 };

describe("toOpinion()", () => {
  it("is 3.5 GB for 7 billion parameters in 4 bits, 4.55 to 5.25 GB in all, and says whose it is", () => {
    expect(opinion({ model: language })).toEqual({
      weightsBytes: 3.5e9,
      lowBytes: 4.55e9,
      highBytes: 5.25e9,
      text: "parameters × bits ÷ 8 gives 3.50 GB of weights, 4.55 GB to 5.25 GB with cache, activations and vision encoder",
      source: "vlm-sizing-2026",
    });
  });

  it.each([
    { what: "16 bits", workloads: [{ model: language, quantization: "fp16" }], low: 18.2e9, high: 21e9 },
    { what: "a vision encoder of 0.3 to 1 GB", workloads: [{ model: vision }], low: 4.85e9, high: 6.25e9 },
    {
      what: "the encoder of a model that acts",
      workloads: [{ model: { ...vision, kind: "vla" }, quantization: "q4f16-1" }],
      low: 4.85e9,
      high: 6.25e9,
    },
    { what: "two models", workloads: [{ model: language }, { model: vision }], low: 9.4e9, high: 11.5e9 },
    {
      what: "a detector, which it does not know",
      workloads: [{ model: language }, { model: "yolo11s" }],
      low: 4.55e9,
      high: 5.25e9,
    },
  ])("counts $what", ({ workloads, low, high }) => {
    const found = opinion(...workloads);
    expect(found?.lowBytes).toBeCloseTo(low, 0);
    expect(found?.highBytes).toBeCloseTo(high, 0);
  });

  it("is nothing, when there is no language model", () => {
    expect(opinion({ model: "yolo11s" })).toBeNull();
  });
});
