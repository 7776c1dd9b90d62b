import { z } from "zod";
import { ThroughputInput } from "../estimate-throughput.ts";
import { Reference } from "../placement/subject.ts";
import { EnergyInput } from "../throughput/energy.ts";

const share = z.number().min(0).max(1);
const dollars = z.number().nonnegative().max(10_000_000);

/** A fleet of one board: how many, for how long, how busy, at which price. Money in USD. */
export const FleetInput = z.strictObject({
  device: Reference.describe("board, for example orin-nx-16gb"),
  powerMode: z.string().max(200).optional().describe("nvpmodel name such as MAXN or 25W"),
  devices: z.int().positive().max(10_000_000).describe("boards in service"),
  years: z.number().positive().max(50).optional().describe("years in service"),
  sparesShare: share.optional().describe("spare boards bought at the start, as a share of the boards"),
  annualFailureRate: share
    .optional()
    .describe("share of the boards that fail in a year and are bought again"),
  hoursPerDay: z.number().min(0).max(24).optional().describe("hours a day the boards are on"),
  dutyCycle: share.optional().describe("share of that time they are busy"),
  priceKind: z.enum(["kit", "module"]).optional().describe("price of the developer kit or of the module"),
  unitPriceUsd: dollars.optional().describe("your own price of one board"),
  carrierUsd: dollars.optional().describe("carrier board of one module"),
  coolingUsd: dollars.optional().describe("heatsink and fan of one board"),
  ...EnergyInput,
  workload: ThroughputInput.omit({
    device: true,
    powerMode: true,
    answerTokens: true,
    electricityUsdPerKwh: true,
  })
    .optional()
    .describe("what the boards run, for the cost of 1,000 answers"),
});
export type FleetInput = z.infer<typeof FleetInput>;

/** A fleet with everything filled in but its board and price. */
export type Fleet = {
  [Field in
    | "devices"
    | "years"
    | "sparesShare"
    | "annualFailureRate"
    | "hoursPerDay"
    | "dutyCycle"
    | "carrierUsd"
    | "coolingUsd"
    | "answerTokens"
    | "electricityUsdPerKwh"]: number;
};
