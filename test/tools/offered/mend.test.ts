import { describe, expect, it } from "vitest";
import { tools } from "../../../tools/registry.ts";

const offeredBy = (name: string) => tools.find((tool) => tool.name === name)?.offered;
const nx = "orin-nx-16gb";
const fit = { device: nx, workloads: [{ model: "qwen3-8b" }] };
const long = { device: nx, workloads: [{ model: "qwen3-8b", contextTokens: 16_000 }] };

describe("mend()", () => {
  it.each([
    { why: "what is right", input: fit, mended: fit },
    { why: "null and empty for nothing", input: { ...fit, os: null, powerMode: "" }, mended: fit },
    { why: "one workload for a list", input: { device: nx, workloads: { model: "qwen3-8b" } }, mended: fit },
    { why: "a name for a workload", input: { device: nx, workloads: ["qwen3-8b"] }, mended: fit },
    { why: "workload for workloads", input: { device: nx, workload: "qwen3-8b" }, mended: fit },
    { why: "model for workloads", input: { device: nx, model: "qwen3-8b" }, mended: fit },
    {
      why: "models in a text",
      input: { device: nx, models: "qwen3-8b, yolo11s" },
      mended: { device: nx, workloads: [{ model: "qwen3-8b" }, { model: "yolo11s" }] },
    },
    { why: "arguments in a text", input: JSON.stringify(fit), mended: fit },
    { why: "a list in a text", input: { device: nx, workloads: '[{"model":"qwen3-8b"}]' }, mended: fit },
    { why: "board for device", input: { board: nx, model: "qwen3-8b" }, mended: fit },
    { why: "a list of one board", input: { devices: [nx], model: "qwen3-8b" }, mended: fit },
    { why: "an object with a name", input: { device: { name: nx }, workloads: fit.workloads }, mended: fit },
    {
      why: "thousands",
      input: { device: nx, workloads: [{ model: "qwen3-8b", contextTokens: "16k" }] },
      mended: long,
    },
    {
      why: "numbers with commas",
      input: { device: nx, workloads: [{ model: "qwen3-8b", contextTokens: "16,000" }] },
      mended: long,
    },
    {
      why: "underscores and other names",
      input: { device: nx, workloads: [{ model_name: "qwen3-8b", context_length: "16000" }] },
      mended: long,
    },
    {
      why: "settings beside the only workload",
      input: { device: nx, model: "qwen3-8b", context: 16_000 },
      mended: long,
    },
    { why: "other letters of a word", input: { ...fit, os: "Headless" }, mended: { ...fit, os: "headless" } },
    {
      why: "a size for a model",
      input: { device: nx, workloads: ["8B"] },
      mended: { device: nx, workloads: [{ model: { name: "8B model", parametersBillions: 8 } }] },
    },
    {
      why: "a model by its size as the planner writes it",
      input: { device: nx, workloads: [{ model: { name: "8B model", parametersBillions: 8 } }] },
      mended: { device: nx, workloads: [{ model: { name: "8B model", parametersBillions: 8 } }] },
    },
  ])("takes $why", ({ input, mended }) => {
    expect(offeredBy("memory-fit")?.parse(input)).toEqual(mended);
  });

  it.each([
    {
      tool: "decision-tree",
      input: { powerBudgetWatts: "30 W", battery: "true", application: "Smart Camera" },
      mended: { powerBudgetWatts: 30, battery: true, application: "smart-camera" },
    },
    {
      tool: "decision-tree",
      input: { budget: "$1,500", model_kind: "VLM" },
      mended: { budgetUsd: 1500, modelKind: "vlm" },
    },
    { tool: "decision-tree", input: "", mended: undefined },
    {
      tool: "compare-devices",
      input: { models: "qwen3-8b", boards: "thor" },
      mended: { workloads: [{ model: "qwen3-8b" }], devices: ["thor"] },
    },
    {
      tool: "check-claim",
      input: { metric: "decode", value: 52 },
      mended: { metric: "decode", value: "52" },
    },
    { tool: "search-documents", input: { q: "MIG" }, mended: { query: "MIG" } },
    { tool: "look-up", input: { name: ["Thor"] }, mended: { name: "Thor" } },
  ])("mends $input for $tool", ({ tool, input, mended }) => {
    expect(offeredBy(tool)?.safeParse(input).data).toEqual(mended);
  });

  it.each([
    { why: "two boards", input: { devices: [nx, "thor"], model: "qwen3-8b" } },
    { why: "settings beside two workloads", input: { device: nx, models: ["a", "b"], context: 1000 } },
    { why: "an unknown unit", input: { device: nx, workloads: [{ model: "a", contextTokens: "16 GB" }] } },
    { why: "an inline record", input: { device: { name: "mine", memory: "8 GB" }, workloads: ["a"] } },
    { why: "nothing", input: null },
    { why: "a list of everything", input: [nx, "qwen3-8b"] },
  ])("leaves $why to be refused", ({ input }) => {
    expect(offeredBy("memory-fit")?.safeParse(input).success).toBe(false);
  });
});
