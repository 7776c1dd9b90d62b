import { describe, expect, it } from "vitest";
import { toFleet } from "../../../tools/fleet/fleet-plan.ts";
import { assume, knowledge } from "../../fixtures/knowledge.ts";

const asked = { device: "orin-nx-16gb", devices: 200 };
const plan = (change: object = {}) => toFleet({ ...asked, ...change }, knowledge);

describe("toFleet()", () => {
  it("fills in years and failures as the documents have them, and cites them", () => {
    const { fleet, assumptions } = plan();
    expect(fleet).toMatchObject({ devices: 200, years: assume("fleet-years"), annualFailureRate: 0.02 });
    expect(assumptions.join()).toContain(
      "2 % of the boards fail in a year and are bought again (edge-llm-decision-framework",
    );
  });

  it("keeps spares for a year of failures, whatever their rate, unless a share is stated", () => {
    expect(plan().fleet.sparesShare).toBe(0.02);
    expect(plan({ annualFailureRate: 0.05 }).fleet.sparesShare).toBe(0.05);
    expect(plan({ sparesShare: 0.1 }).fleet.sparesShare).toBe(0.1);
  });

  it("assumes nothing about what is stated", () => {
    const stated = {
      years: 5,
      annualFailureRate: 0.01,
      sparesShare: 0,
      hoursPerDay: 8,
      dutyCycle: 0.5,
      electricityUsdPerKwh: 0.3,
      answerTokens: 100,
      carrierUsd: 80,
      coolingUsd: 15,
    };
    expect(plan(stated)).toEqual({ fleet: { devices: 200, ...stated }, assumptions: [] });
  });

  it("speaks of answers only where something answers", () => {
    expect(plan().assumptions.join()).not.toContain("tokens an answer");
    expect(plan({ workload: { model: "qwen3-8b" } }).assumptions.join()).toContain("tokens an answer");
  });
});
