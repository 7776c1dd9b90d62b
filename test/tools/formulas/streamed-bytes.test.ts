import { describe, expect, it } from "vitest";
import { Model } from "../../../knowledge/schema.ts";
import { streamedWeightBytes, touchedExperts } from "../../../tools/formulas/streamed-bytes.ts";
import { knowledge, languageModel } from "../../fixtures/knowledge.ts";

/** 1 million parameters of embedding, and of a head where it is not tied, in 10 million. */
const dense = { parametersBillions: 0.01, vocabularySize: 1000, hiddenSize: 1000 };
const model = (fields: object) => Model.parse({ name: "Some", ...fields });
/** Every weight in 8 bit, in rows of any length. */
const eight = { name: "eight", bits: 8, block: 1, otherBits: 8, otherBlock: 1 };
const mix = {
  base: eight,
  embedding: eight,
  layerEmbedding: eight,
  output: eight,
  published: eight,
  rules: [],
  fitted: false,
  correction: 1,
};
const whole = { kind: "gguf" as const, nominalBits: 8, blockBits: 8, mix };
const byClass = { kind: "checkpoint", nominalBits: 4, blockBits: 4 } as const;
const half = { kind: "checkpoint", nominalBits: 16, blockBits: 16 } as const;

describe("touchedExperts()", () => {
  it.each([
    { sequences: 1, share: 0.25 },
    { sequences: 2, share: 0.4375 },
    { sequences: 3, share: 0.578125 },
  ])("is $share of 8 experts for $sequences sequences that pick 2 each", ({ sequences, share }) => {
    expect(touchedExperts(8, 2, sequences)).toBe(share);
  });

  it("is all of them, when every sequence picks all", () => {
    expect(touchedExperts(8, 8, 1)).toBe(1);
  });
});

describe("streamedWeightBytes()", () => {
  it.each([
    {
      what: "layers and head, not the embedding, when they are two tables",
      tied: false,
      format: whole,
      bytes: 9e6,
    },
    {
      what: "layers and the embedding, which is the head, when they are tied",
      tied: true,
      format: whole,
      bytes: 1e7,
    },
    { what: "a head in 16 bit beside layers in 4", tied: false, format: byClass, bytes: 4e6 + 2e6 },
    { what: "a tied head in 16 bit beside layers in 4", tied: true, format: byClass, bytes: 4.5e6 + 2e6 },
    { what: "everything but the embedding in 16 bit", tied: false, format: half, bytes: 18e6 },
  ])("reads $what: $bytes bytes", ({ tied, format, bytes }) => {
    expect(streamedWeightBytes(model({ ...dense, tiedEmbeddings: tied }), format, 1)).toBeCloseTo(bytes, 3);
  });

  it("reads as much for many sequences as for one, when the model is dense", () => {
    const some = model(dense);
    expect(streamedWeightBytes(some, whole, 64)).toBe(streamedWeightBytes(some, whole, 1));
  });

  it("leaves out the vision tower", () => {
    const some = model({ ...dense, visionParametersMillions: 4 });
    expect(streamedWeightBytes(some, whole, 1)).toBeCloseTo(6e6, 3);
  });

  /** 1 billion shared parameters and 8 experts of 0.875 billion, one of them for a token. */
  const mixture = model({ parametersBillions: 8, activeBillions: 1.875, experts: { count: 8, perToken: 1 } });

  it.each([
    { sequences: 1, bytes: 1.875e9 },
    { sequences: 2, bytes: 1e9 + (7e9 * 15) / 64 },
    { sequences: 1000, bytes: 8e9 },
  ])("reads of a mixture what $sequences sequences touch: $bytes bytes", ({ sequences, bytes }) => {
    expect(streamedWeightBytes(mixture, whole, sequences)).toBeCloseTo(bytes, -1);
  });

  it("reads the active parameters of a model that is no mixture but has them", () => {
    const sparse = model({ parametersBillions: 8, activeBillions: 2 });
    expect(streamedWeightBytes(sparse, whole, 4)).toBe(2e9);
  });

  it.each([
    { what: "Qwen3-8B in INT4: 4.85 GB a token", name: "qwen3-8b", low: 4.8e9, high: 4.95e9 },
    { what: "Qwen3-0.6B in INT4: 7.3 bits a parameter", name: "qwen3-0.6b", low: 0.5e9, high: 0.56e9 },
  ])("agrees with the review: $what", ({ name, low, high }) => {
    const { value } = knowledge.quantizations.get("awq-int4").entry;
    const bytes = streamedWeightBytes(languageModel(name), value, 1);
    expect(bytes).toBeGreaterThan(low);
    expect(bytes).toBeLessThan(high);
  });
});
