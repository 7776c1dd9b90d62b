import { z } from "zod";
import { AppError } from "../knowledge/errors.ts";
import { checkClaim } from "./check-claim.ts";
import { compareDevices } from "./compare-devices.ts";
import { decisionTree } from "./decision-tree.ts";
import { estimateThroughput } from "./estimate-throughput.ts";
import { findMeasurements } from "./find-measurements.ts";
import { fleetCost } from "./fleet-cost.ts";
import { lookUp } from "./look-up.ts";
import { memoryFit } from "./memory-fit.ts";
import { planSystem } from "./plan-system.ts";
import { searchDocuments } from "./search-documents.ts";
import { streamCapacity } from "./stream-capacity.ts";
import type { Tool } from "./tool.ts";
import { troubleshoot } from "./troubleshoot.ts";

/** Every tool, in the order in which doors list them: what questions need most often comes first. */
export const tools: readonly Tool[] = [
  memoryFit,
  estimateThroughput,
  searchDocuments,
  lookUp,
  decisionTree,
  compareDevices,
  planSystem,
  fleetCost,
  findMeasurements,
  checkClaim,
  troubleshoot,
  streamCapacity,
];

const byName = new Map(tools.map((tool) => [tool.name, tool]));

/** Every tool with its input as JSON Schema, as callers outside the program read them. */
export function listTools(): { name: string; description: string; inputSchema: unknown }[] {
  return tools.map(({ name, description, input }) => ({
    name,
    description,
    inputSchema: z.toJSONSchema(input, { io: "input" }),
  }));
}

/** The tool of that name; an unknown name is answered with the known ones. */
export function getTool(name: string): Tool {
  const tool = byName.get(name);
  if (tool) return tool;
  const names = [...byName.keys()];
  throw new AppError("unknown-tool", `Cannot find the tool "${name}": there are ${names.join(", ")}.`, {
    candidates: names,
  });
}
