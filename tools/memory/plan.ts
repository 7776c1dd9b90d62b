import { z } from "zod";
import { Reference } from "../placement/subject.ts";
import { type Placed, WorkloadInput } from "../placement/workload.ts";

/** A plan: workloads side by side on one board. */
export const MemoryFitInput = z.strictObject({
  device: Reference.describe("board, for example orin-nx-16gb or agx-orin-64gb"),
  powerMode: z.string().max(200).optional().describe("nvpmodel name such as MAXN or 25W"),
  os: z.enum(["headless", "desktop"]).optional(),
  l4t: z
    .string()
    .max(200)
    .optional()
    .describe("release of Jetson Linux, such as 36.4.7 or JetPack 6.2; some refuse big allocations"),
  workloads: z.array(WorkloadInput).min(1).max(32).describe("everything that runs on the board at once"),
});
export type MemoryFitInput = z.infer<typeof MemoryFitInput>;

/** A plan that is complete: every workload resolved. */
export type CompletePlan = { input: MemoryFitInput; workloads: readonly Placed[] };
