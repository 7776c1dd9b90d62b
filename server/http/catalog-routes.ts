import { Hono } from "hono";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Device, Model, Workload } from "../../knowledge/schema.ts";
import { isCurrentModule } from "../../tools/placement/board.ts";

type BoardGroup = "current" | "variant" | "earlier" | "other";

/** Modules of today, the same as kits or with raised clocks, older ones, and whatever else people compare with. */
function groupOf(device: Device): BoardGroup {
  if (isCurrentModule(device)) return "current";
  if (device.kind !== "jetson") return "other";
  return device.sameModuleAs === undefined ? "earlier" : "variant";
}

function toBoard(id: string, device: Device) {
  const powerModes = device.powerModes.map(({ name, watts = null, shipped }) => ({ name, watts, shipped }));
  return { id, name: device.name, group: groupOf(device), memoryBytes: device.memory ?? null, powerModes };
}

function toModel(id: string, { name, kind, parametersBillions, maxContext }: Model | Workload) {
  return {
    id,
    name,
    kind,
    parametersBillions: parametersBillions ?? null,
    maxContext: maxContext ?? null,
  };
}

/** Everything that can be picked for a plan, by id and name, with what decides which settings go together. */
function toCatalog({ devices, models, quantizations, runtimes, cacheTypes }: Knowledge) {
  return {
    devices: devices.entries.map(({ id, value }) => toBoard(id, value)),
    models: models.entries.map(({ id, value }) => toModel(id, value)),
    quantizations: quantizations.entries.map(({ id, value: { name } }) => ({ id, name })),
    runtimes: runtimes.entries.map(({ id, value: { name, serves, quantizations: loads } }) => ({
      id,
      name,
      serves,
      quantizations: loads,
    })),
    cacheTypes: cacheTypes.entries.map(({ id, value: { name, runtimes: offeredBy } }) => ({
      id,
      name,
      runtimes: offeredBy,
    })),
  };
}

/** What the planner offers to pick from. */
export function catalogRoutes(knowledge: Knowledge) {
  return new Hono().get("/", (c) => c.json(toCatalog(knowledge)));
}
