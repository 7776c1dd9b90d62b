import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Fleet, FleetInput } from "./fleet-input.ts";

/** A fleet with everything filled in, and in words what was. */
export type FleetPlan = { fleet: Fleet; assumptions: string[] };

const percent = (value: number) => `${Number((100 * value).toFixed(2))} %`;

/** Fills in what a caller leaves open: service and failures as the documents have them, the rest as estimates. */
export function toFleet(input: FleetInput, knowledge: Pick<Knowledge, "assumption">): FleetPlan {
  const assumptions: string[] = [];
  const fill = (given: number | undefined, id: string, say: (value: number) => string): number => {
    if (given !== undefined) return given;
    const { value, source, confidence } = knowledge.assumption(id);
    assumptions.push(`${say(value)} (${source.join(", ")}; ${confidence} confidence)`);
    return value;
  };
  const years = fill(input.years, "fleet-years", (value) => `${value} years in service`);
  const annualFailureRate = fill(
    input.annualFailureRate,
    "fleet-failure-rate",
    (value) => `${percent(value)} of the boards fail in a year and are bought again`,
  );
  const spareYears = (value: number) => `spares for ${value} year of failures, which stay on the shelf`;
  const fleet: Fleet = {
    devices: input.devices,
    years,
    annualFailureRate,
    sparesShare: input.sparesShare ?? annualFailureRate * fill(undefined, "fleet-spares-years", spareYears),
    hoursPerDay: fill(input.hoursPerDay, "fleet-hours-per-day", (value) => `on ${value} hours a day`),
    dutyCycle: fill(input.dutyCycle, "fleet-duty-cycle", (value) => `busy ${percent(value)} of that time`),
    carrierUsd: input.carrierUsd ?? 0,
    coolingUsd: input.coolingUsd ?? 0,
    answerTokens: input.answerTokens ?? knowledge.assumption("answer-tokens").value,
    electricityUsdPerKwh: fill(
      input.electricityUsdPerKwh,
      "electricity-price",
      (value) => `electricity at ${value} USD a kilowatt-hour`,
    ),
  };
  if (input.workload && input.answerTokens === undefined)
    assumptions.push(`${fleet.answerTokens} tokens an answer`);
  return { fleet, assumptions };
}
