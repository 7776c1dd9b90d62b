import { describe, expect, it } from "vitest";
import { MemoryFitInput } from "../../../tools/memory/plan.ts";

const input = { device: "orin-nx-16gb", workloads: [{ model: "qwen3-8b" }] };

const many = (length: number) => ({ ...input, workloads: Array(length).fill({ model: "qwen3-8b" }) });

describe("MemoryFitInput", () => {
  it.each([
    { what: "a board and a model", raw: input },
    { what: "a mode and a system", raw: { ...input, powerMode: "MAXN", os: "headless" } },
    {
      what: "an inline board and model",
      raw: { device: { name: "A" }, workloads: [{ model: { name: "B" } }] },
    },
    {
      what: "the same model twice",
      raw: { ...input, workloads: [{ model: "qwen3-8b" }, { model: "qwen3-8b" }] },
    },
    { what: "32 workloads", raw: many(32) },
  ])("takes $what as it is", ({ raw }) => {
    expect(MemoryFitInput.parse(raw)).toEqual(raw);
  });

  it.each([
    { what: "no board", raw: { workloads: input.workloads } },
    { what: "an empty name", raw: { ...input, device: "" } },
    { what: "nothing to run", raw: { ...input, workloads: [] } },
    { what: "one workload instead of a list", raw: { ...input, workloads: { model: "qwen3-8b" } } },
    { what: "a system it does not know", raw: { ...input, os: "windows" } },
    { what: "a field it does not know", raw: { ...input, model: "qwen3-8b" } },
    {
      what: "a workload with a field it does not know",
      raw: { ...input, workloads: [{ model: "a", ram: 1 }] },
    },
    { what: "33 workloads", raw: many(33) },
    { what: "text", raw: "orin-nx-16gb" },
  ])("refuses $what", ({ raw }) => {
    expect(MemoryFitInput.safeParse(raw).success).toBe(false);
  });
});
