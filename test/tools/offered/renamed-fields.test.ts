import { describe, expect, it } from "vitest";
import { z } from "zod";
import { rename } from "../../../tools/offered/renamed-fields.ts";

const speed = z.strictObject({ device: z.string(), model: z.string(), contextTokens: z.number() });
const fit = z.strictObject({ device: z.string(), workloads: z.array(z.unknown()) });

describe("rename()", () => {
  it.each([
    { given: { board: "a", modelId: "b" }, renamed: { device: "a", model: "b" } },
    { given: { context_tokens: 1 }, renamed: { contextTokens: 1 } },
    { given: { ctx: 1, contextTokens: 2 }, renamed: { ctx: 1, contextTokens: 2 } },
    { given: { colour: 1 }, renamed: { colour: 1 } },
  ])("makes $renamed of $given", ({ given, renamed }) => {
    expect(rename(given, speed)).toEqual(renamed);
  });

  it.each([
    {
      given: { device: "a", model: "b", quant: "fp8" },
      renamed: { device: "a", workloads: [{ model: "b", quantization: "fp8" }] },
    },
    {
      given: { workloads: [{ model: "b", runtime: "vllm" }], runtime: "ollama" },
      renamed: { workloads: [{ model: "b", runtime: "vllm" }] },
    },
    {
      given: { workloads: ["b", "c"], runtime: "vllm" },
      renamed: { workloads: ["b", "c"], runtime: "vllm" },
    },
  ])("gives the settings of $given to its only workload", ({ given, renamed }) => {
    expect(rename(given, fit)).toEqual(renamed);
  });
});
