import { describe, expect, it } from "vitest";
import { z } from "zod";
import { sweepFields } from "../../../tools/sweep/sweep-input.ts";

const schema = z.strictObject(sweepFields);
const workloads = [{ model: "qwen3-4b" }];

describe("sweepFields", () => {
  it("ask for workloads and nothing else", () => {
    expect(schema.parse({ workloads })).toEqual({ workloads });
  });

  it.each([
    { workloads: [] },
    { workloads, devices: [] },
    { workloads, rankBy: "nicest" },
    { workloads, powerModes: "lowest" },
    { workloads, budgetUsd: 0 },
    { workloads, powerBudgetWatts: -1 },
    { workloads, minimumTokensPerSecond: 0 },
    { workloads, board: "orin-nx-16gb" },
  ])("refuse %j", (input) => {
    expect(schema.safeParse(input).success).toBe(false);
  });
});
