import { describe, expect, it } from "vitest";
import { Measurement } from "../../../knowledge/evidence-schema.ts";
import { toNamedRun } from "../../../tools/evidence/named-run.ts";
import { toNearRun } from "../../../tools/evidence/near-run.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const bare = {
  ...{ id: "r1", metric: "decode", value: 40, confidence: "medium" },
  ...{ device: "agx-orin-64gb", model: "llama-3.1-8b", quantization: "q4-k-m", runtime: "llama-cpp" },
};
const namesOf = (fields: object) =>
  toNamedRun(toNearRun({ ...Measurement.parse({ ...bare, ...fields }), source: "user" }, "", true), knowledge)
    .names;

describe("toNamedRun()", () => {
  it("names model, board, format and engine as people do", () => {
    expect(namesOf({})).toEqual({
      model: "Llama 3.1 8B Instruct",
      device: "Jetson AGX Orin 64GB",
      quantization: "Q4_K_M",
      runtime: "llama.cpp",
    });
  });

  it("names nothing where the record has nothing to name", () => {
    expect(
      namesOf({ metric: "file-size", device: undefined, quantization: "unstated", runtime: undefined }),
    ).toMatchObject({
      device: null,
      quantization: null,
      runtime: null,
    });
  });

  it("calls what is in no catalogue as its source does", () => {
    expect(namesOf({ device: "somebody's board", model: "a model of 2023" })).toMatchObject({
      model: "a model of 2023",
      device: "somebody's board",
    });
  });
});
