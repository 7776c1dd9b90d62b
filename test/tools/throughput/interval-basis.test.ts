import { describe, expect, it } from "vitest";
import { intervalBasis } from "../../../tools/throughput/interval-basis.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("intervalBasis()", () => {
  it("names the runs behind a fitted width", () => {
    const { sampleSize, confidence } = knowledge.assumption("interval-decode-ggml");
    expect(intervalBasis("interval-decode-ggml", knowledge)).toMatchObject({
      sampleSize,
      text: `90 % interval from ${sampleSize} left-out runs (${confidence} confidence)`,
    });
  });

  it("calls an estimate an estimate", () => {
    expect(intervalBasis("interval-formula", knowledge)).toMatchObject({
      sampleSize: null,
      source: "own-estimate",
      text: "90 % interval by estimate (low confidence)",
    });
  });

  it("is null where there is no interval", () => {
    expect(intervalBasis(null, knowledge)).toBeNull();
  });
});
