import { describe, expect, it } from "vitest";
import { Model } from "../../../knowledge/schema.ts";
import { readBytes, storedBytes } from "../../../tools/formulas/tensor-bytes.ts";

/** 1 million parameters of embedding among 10 million, a byte each. */
const model = (fields: object) =>
  Model.parse({ name: "Some", parametersBillions: 0.01, vocabularySize: 1000, hiddenSize: 1000, ...fields });
const bytePerWeight = () => 8;

describe("storedBytes()", () => {
  it("adds up all tensors, and tells the embedding apart", () => {
    const { language, embedding } = storedBytes(model({}), bytePerWeight);
    expect(language).toBeCloseTo(1e7, 3);
    expect(embedding).toBe(1e6);
  });
});

describe("readBytes()", () => {
  it.each([
    { what: "an embedding that is no head", fields: { tiedEmbeddings: false }, bytes: 9e6 },
    { what: "nothing, when both are one", fields: { tiedEmbeddings: true }, bytes: 1e7 },
  ])("leaves out $what", ({ fields, bytes }) => {
    expect(readBytes(model(fields), bytePerWeight, 1)).toBeCloseTo(bytes, 3);
  });

  it("reads a share of the routed experts", () => {
    const mixture = { activeBillions: 0.0055, experts: { count: 4, perToken: 1 } };
    const [none, half] = [0, 0.5].map((share) => readBytes(model(mixture), bytePerWeight, share));
    expect((half ?? 0) - (none ?? 0)).toBeCloseTo(3e6, 0);
  });

  it("reads the active parameters of a model that is no mixture but has them", () => {
    expect(readBytes(model({ activeBillions: 0.004 }), bytePerWeight, 1)).toBeCloseTo(4e6, 3);
  });
});
