import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fields, offeredTenants, offeredWorkloads } from "../../../tools/offered/fields.ts";
import { place } from "../../fixtures/knowledge.ts";

describe("fields", () => {
  it.each([
    { name: "8B", model: { name: "8B model", parametersBillions: 8 } },
    { name: "1.5 billion parameters", model: { name: "1.5B model", parametersBillions: 1.5 } },
    { name: "qwen3-8b", model: "qwen3-8b" },
    { name: "0B", model: "0B" },
  ])("take $name for a model", ({ name, model }) => {
    expect(fields.model.parse(name)).toEqual(model);
  });

  it("are exported as whole numbers without bounds", () => {
    expect(z.toJSONSchema(fields.contextTokens)).toMatchObject({ type: "integer" });
    expect(z.toJSONSchema(fields.contextTokens)).not.toHaveProperty("maximum");
  });
});

describe("offeredWorkloads", () => {
  it("hold what a board can be given", () => {
    const [workload] = offeredWorkloads.parse([{ model: "qwen3-8b", quantization: "fp8", runtime: "vllm" }]);
    expect(place(workload).resolved).toMatchObject({ quantization: "fp8", runtime: "vllm" });
  });
});

describe("offeredTenants", () => {
  it("are named by their models", () => {
    expect(offeredTenants.parse([{ model: "yolo11s" }])).toEqual([{ model: "yolo11s" }]);
  });
});
