import { describe, expect, it } from "vitest";
import { electricityLines, toBill } from "../../../tools/fleet/bill.ts";

const fleet = {
  devices: 100,
  years: 5,
  annualFailureRate: 0.02,
  sparesShare: 0.05,
  hoursPerDay: 24,
  dutyCycle: 1,
  carrierUsd: 0,
  coolingUsd: 0,
  answerTokens: 256,
  electricityUsdPerKwh: 0.2,
};
const lines = (bill: ReturnType<typeof toBill>) => bill.lines.map(({ part, usd }) => `${part} ${usd}`);

describe("toBill()", () => {
  it("buys boards and spares, replaces what fails, and pays for electricity", () => {
    const bill = toBill(fleet, 1000, 50_000);
    expect(lines(bill)).toEqual(["boards 100000", "spares 5000", "replacements 10000", "electricity 10"]);
    expect(bill.totalUsd).toBe(115_010);
  });

  it("adds carriers and cooling for the boards in service only", () => {
    const bill = toBill({ ...fleet, carrierUsd: 80, coolingUsd: 15 }, 1000, null);
    expect(lines(bill)).toEqual([
      "boards 100000",
      "carriers 8000",
      "cooling 1500",
      "spares 5000",
      "replacements 10000",
    ]);
  });

  it("shows how each line is reckoned", () => {
    expect(toBill(fleet, 1000, 50_000).lines.map(({ formula }) => formula)).toEqual([
      "100 × 1,000 USD",
      "5 × 1,000 USD",
      "10 failures × 1,000 USD",
      "50 kWh × 0.2 USD a kilowatt-hour",
    ]);
  });
});

describe("electricityLines()", () => {
  it("has no line where the energy is not known", () => {
    expect(electricityLines(fleet, null)).toEqual([]);
    expect(electricityLines(fleet, 0)).toHaveLength(1);
  });
});
