import { z } from "zod";
import { Reference } from "../placement/subject.ts";
import { WorkloadInput } from "../placement/workload.ts";
import { powerModeChoices } from "./boards.ts";
import { rankings } from "./ranking.ts";

/** What every sweep is given: the workloads, the boards, and what counts. */
export const sweepFields = {
  workloads: z.array(WorkloadInput).min(1).max(32).describe("everything that runs on the board at once"),
  devices: z
    .array(Reference)
    .min(1)
    .max(100)
    .optional()
    .describe("boards to try; all current Jetson modules on sale when left out"),
  powerModes: z.enum(powerModeChoices).optional().describe("which power modes of each board"),
  os: z.enum(["headless", "desktop"]).optional(),
  rankBy: z.enum(rankings).optional().describe("what counts most; cheapest when left out"),
  minimumTokensPerSecond: z
    .number()
    .positive()
    .optional()
    .describe("of one stream of the largest language model"),
  powerBudgetWatts: z.number().positive().optional(),
  budgetUsd: z.number().positive().optional().describe("US dollars for one board, by its newest price"),
  promptTokens: WorkloadInput.shape.contextTokens.describe("tokens of the prompt, for the first token"),
};
