import { describe, expect, it } from "vitest";
import { Model } from "../../../knowledge/schema.ts";
import {
  estimatedArchitecture,
  isArchitectureKnown,
} from "../../../tools/formulas/estimated-architecture.ts";

const shape = { layersFactor: 20, kvHeads: 8, headSize: 128, vocabularySize: 128_000 };
const model = (fields: object) => Model.parse({ name: "Some", ...fields });

describe("isArchitectureKnown()", () => {
  it.each([
    { fields: { layers: 32, kvHeads: 8, headSize: 128 }, known: true },
    { fields: { layers: 32, kvHeads: 8 }, known: false },
    { fields: { kvHeads: 8, headSize: 128 }, known: false },
    { fields: { kvGroups: [{ layers: 8, kvHeads: 4, headSize: 256 }] }, known: true },
    { fields: { layers: 27, latentKvSize: 576 }, known: true },
    { fields: { latentKvSize: 576 }, known: false },
    { fields: { parametersBillions: 7 }, known: false },
    { fields: {}, known: false },
  ])("is $known for $fields", ({ fields, known }) => {
    expect(isArchitectureKnown(model(fields))).toBe(known);
  });
});

describe("estimatedArchitecture()", () => {
  it("gives 8 billion parameters 20 × ∛8 = 40 layers of a width near √(8e9 ÷ 480) = 4,082", () => {
    const { hiddenSize = 0, ...rest } = estimatedArchitecture(model({ parametersBillions: 8 }), shape);
    expect(rest).toMatchObject({ layers: 40, kvHeads: 8, headSize: 128, vocabularySize: 128_000 });
    expect(Math.abs(hiddenSize - 4082)).toBeLessThan(128);
  });

  it.each([
    { parametersBillions: 1, layers: 20 },
    { parametersBillions: 27, layers: 60 },
    { parametersBillions: 0.000001, layers: 1 },
  ])("gives $parametersBillions billion parameters $layers layers", ({ parametersBillions, layers }) => {
    expect(estimatedArchitecture(model({ parametersBillions }), shape).layers).toBe(layers);
  });

  it("keeps what the record says", () => {
    const known = { parametersBillions: 8, layers: 10, kvHeads: 2, hiddenSize: 1000, vocabularySize: 50 };
    expect(estimatedArchitecture(model(known), shape)).toMatchObject({ ...known, headSize: 128 });
  });

  it.each([
    { why: "the shape is known", fields: { parametersBillions: 8, layers: 32, kvHeads: 8, headSize: 128 } },
    { why: "the size is not known", fields: { layers: 32 } },
  ])("changes nothing, when $why", ({ fields }) => {
    const some = model(fields);
    expect(estimatedArchitecture(some, shape)).toBe(some);
  });
});
