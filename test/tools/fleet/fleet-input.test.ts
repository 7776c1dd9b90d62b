import { describe, expect, it } from "vitest";
import { FleetInput } from "../../../tools/fleet/fleet-input.ts";

const fleet = { device: "orin-nx-16gb", devices: 200 };

describe("FleetInput", () => {
  it.each([
    { why: "a board and a count", change: {}, fine: true },
    { why: "no count", change: { devices: undefined }, fine: false },
    { why: "no board at all", change: { devices: 0 }, fine: false },
    { why: "half a board", change: { devices: 1.5 }, fine: false },
    { why: "all of the boards failing each year", change: { annualFailureRate: 1 }, fine: true },
    { why: "more than all of them", change: { annualFailureRate: 1.01 }, fine: false },
    { why: "24 hours a day", change: { hoursPerDay: 24 }, fine: true },
    { why: "25 hours a day", change: { hoursPerDay: 25 }, fine: false },
    { why: "no time at all", change: { years: 0 }, fine: false },
    { why: "a board as a gift", change: { unitPriceUsd: 0 }, fine: true },
    { why: "a workload", change: { workload: { model: "qwen3-8b", concurrency: 8 } }, fine: true },
    {
      why: "a workload on another board",
      change: { workload: { model: "qwen3-8b", device: "thor" } },
      fine: false,
    },
  ])("takes $why: $fine", ({ change, fine }) => {
    expect(FleetInput.safeParse({ ...fleet, ...change }).success).toBe(fine);
  });
});
