import { z } from "zod";
import { rankings } from "../sweep/ranking.ts";
import { fields } from "./fields.ts";

const { model, quantization, contextTokens, devices, powerBudgetWatts, budgetUsd } = fields;

/** What a small model is offered of a sweep. */
export const offeredSweep = {
  workloads: z
    .array(z.strictObject({ model, quantization, contextTokens }))
    .describe("all that runs at once"),
  devices,
  rankBy: z.enum(rankings).optional(),
  minimumTokensPerSecond: z.number().optional(),
  powerBudgetWatts,
  budgetUsd,
};
