import type { CompareDevicesInput } from "../../tools/compare-devices.ts";
import type { ThroughputInput } from "../../tools/estimate-throughput.ts";
import type { MemoryFitInput } from "../../tools/memory/plan.ts";
import type { WorkloadInput } from "../../tools/placement/workload.ts";
import type { PlanSystemInput } from "../../tools/plan-system.ts";
import type { StreamCapacityInput } from "../../tools/stream-capacity.ts";
import { type Guarded, isListOf, isMissingOr, isOneOf, isRecord, isShape, isString } from "../guards.ts";
import type { Load, Plan } from "./plan.ts";
import { toSettings } from "./settings.ts";

function toWorkload({ model, settings }: Load): WorkloadInput {
  const { framesPerSecond, ...stated } = settings;
  return { model, ...stated };
}

function othersOf({ loads }: Plan, { key }: Load): WorkloadInput[] {
  return loads.filter((other) => other.key !== key).map(toWorkload);
}

function boardOf({ board, powerMode }: Plan) {
  return { device: board, ...(powerMode && { powerMode }) };
}

/** The question whether the plan fits; undefined while nothing runs on the board. */
export function toMemoryFitInput(plan: Plan): MemoryFitInput | undefined {
  const { os, release, loads } = plan;
  if (loads.length === 0) return undefined;
  return { ...boardOf(plan), os, ...(release && { l4t: release }), workloads: loads.map(toWorkload) };
}

/** The question how fast a language model of the plan runs beside all the others. */
export function toThroughputInput(plan: Plan, load: Load): ThroughputInput {
  const { streams, maxInputTokens, ...workload } = toWorkload(load);
  const coTenants = othersOf(plan, load);
  return { ...boardOf(plan), ...workload, ...(coTenants.length > 0 && { coTenants }) };
}

/** The question how many cameras a detector of the plan takes beside all the others. */
export function toStreamInput(plan: Plan, load: Load): StreamCapacityInput {
  const { quantization, streams, framesPerSecond } = load.settings;
  const others = othersOf(plan, load);
  return {
    ...boardOf(plan),
    os: plan.os,
    model: load.model,
    ...(quantization && { quantization }),
    ...(streams && { streams }),
    ...(framesPerSecond && { framesPerSecond }),
    ...(others.length > 0 && { others }),
  };
}

/** The question which boards hold the plan's workloads. */
export function toComparisonInput({ os, loads }: Plan): CompareDevicesInput {
  return { os, workloads: loads.map(toWorkload) };
}

/** What a workload has to do, whatever runs it. */
function toDemand({ model, settings }: Load): WorkloadInput {
  const { contextTokens, concurrency, images, imageWidth, imageHeight, streams, maxInputTokens } = settings;
  return { model, contextTokens, concurrency, images, imageWidth, imageHeight, streams, maxInputTokens };
}

/** The question for the best system: what the plan has to do, and how it does that only where it is kept. */
export function toSystemInput({ os, loads }: Plan, isKept: boolean): PlanSystemInput {
  return { os, workloads: loads.map(isKept ? toWorkload : toDemand) };
}

function isWorkload(value: unknown): value is { model: string } & Record<string, unknown> {
  return isRecord(value) && isString(value.model);
}

/** A whole plan as a tool hands it back: in a fix, or as the input of a row that was tried. */
export const isPlanInput = isShape({
  device: isString,
  powerMode: isMissingOr(isString),
  os: isMissingOr(isOneOf<Plan["os"]>(["headless", "desktop"])),
  l4t: isMissingOr(isString),
  workloads: isListOf(isWorkload),
});

/** The plan that a tool proposes. What only the planner knows, the rate of cameras, stays as it was. */
export function fromPlanInput(input: Guarded<typeof isPlanInput>, before: Plan): Plan {
  const { device, powerMode, os = "desktop", l4t, workloads } = input;
  return {
    board: device,
    ...(powerMode && { powerMode }),
    os,
    ...(l4t && { release: l4t }),
    loads: workloads.map((workload, index) => {
      const { key = index + 1, settings: { framesPerSecond } = {} } = before.loads[index] ?? {};
      const settings = { ...toSettings(workload), ...(framesPerSecond && { framesPerSecond }) };
      return { key, model: workload.model, settings };
    }),
  };
}
