import { type Dollars, formatDollars, formatEnergy, type WattHours } from "../../knowledge/units.ts";
import { energyCost } from "../formulas/energy.ts";
import { billTotal, expectedFailures, spareBoards } from "../formulas/fleet-cost.ts";
import type { Fleet } from "./fleet-input.ts";

/** A part of what a fleet costs; `formula` holds its numbers. USD. */
export type BillLine = {
  part: "boards" | "carriers" | "cooling" | "spares" | "replacements" | "electricity";
  usd: Dollars;
  formula: string;
};

/** What a fleet costs at one price of a board. */
export type Bill = { lines: BillLine[]; totalUsd: Dollars };

/** A count with at most one decimal, as failures are a mean. */
function count(value: number): string {
  return String(Number(value.toFixed(1)));
}

function hardwareLines(fleet: Fleet, unitPrice: Dollars): BillLine[] {
  const { devices, annualFailureRate, years, sparesShare } = fleet;
  const each = (part: BillLine["part"], boards: number, price: Dollars, what = ""): BillLine => ({
    part,
    usd: boards * price,
    formula: `${count(boards)}${what} × ${formatDollars(price)}`,
  });
  const failures = expectedFailures(devices, annualFailureRate, years);
  return [
    each("boards", devices, unitPrice),
    ...(fleet.carrierUsd > 0 ? [each("carriers", devices, fleet.carrierUsd)] : []),
    ...(fleet.coolingUsd > 0 ? [each("cooling", devices, fleet.coolingUsd)] : []),
    each("spares", spareBoards(devices, sparesShare), unitPrice),
    each("replacements", failures, unitPrice, " failures"),
  ];
}

/** Electricity alone, where the draw is known. */
export function electricityLines({ electricityUsdPerKwh }: Fleet, energy: WattHours | null): BillLine[] {
  if (energy === null) return [];
  const usd = energyCost(energy, electricityUsdPerKwh);
  return [
    {
      part: "electricity",
      usd,
      formula: `${formatEnergy(energy)} × ${electricityUsdPerKwh} USD a kilowatt-hour`,
    },
  ];
}

/** The whole bill at one price of a board; the lines add up to the total. */
export function toBill(fleet: Fleet, unitPrice: Dollars, energy: WattHours | null): Bill {
  const lines = [...hardwareLines(fleet, unitPrice), ...electricityLines(fleet, energy)];
  return { lines, totalUsd: billTotal(lines) };
}
