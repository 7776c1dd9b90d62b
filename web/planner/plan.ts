import type { WorkloadInput } from "../../tools/placement/workload.ts";

/** What is set of a workload; what is not is as the tools have it. Frames a second are of each camera. */
export type Settings = Omit<WorkloadInput, "model" | "speculativeDecoding"> & {
  framesPerSecond?: number | undefined;
};

/** One thing that runs on the board. `key` tells it from the others for as long as the page is open. */
export type Load = { key: number; model: string; settings: Settings };

/** A board and what runs on it; boards, models and settings by their ids. */
export type Plan = {
  board: string;
  /** The highest where none is named. */
  powerMode?: string | undefined;
  os: "headless" | "desktop";
  /** A release of Jetson Linux, where a certain one is meant. */
  release?: string | undefined;
  loads: readonly Load[];
};

/** More than this no tool takes. */
export const mostLoads = 32;

function nextKey({ loads }: Plan): number {
  return 1 + Math.max(0, ...loads.map(({ key }) => key));
}

/** Another workload, with everything as the tools have it. */
export function addLoad(plan: Plan, model: string): Plan {
  return { ...plan, loads: [...plan.loads, { key: nextKey(plan), model, settings: {} }] };
}

export function removeLoad(plan: Plan, key: number): Plan {
  return { ...plan, loads: plan.loads.filter((load) => load.key !== key) };
}

/** The same workload once more, beside the first. */
export function duplicateLoad(plan: Plan, key: number): Plan {
  const copy = nextKey(plan);
  return {
    ...plan,
    loads: plan.loads.flatMap((load) => (load.key === key ? [load, { ...load, key: copy }] : [load])),
  };
}

/** The plan with one of its workloads changed; a setting that is undefined is as the tools have it. */
export function changeLoad(plan: Plan, key: number, change: Partial<Omit<Load, "key">>): Plan {
  return {
    ...plan,
    loads: plan.loads.map((load) => (load.key === key ? { ...load, ...change } : load)),
  };
}

/** The plan on another board, in the mode it had where that board has it too; a release is of one board. */
export function moveTo(plan: Plan, board: string, powerModes: readonly string[]): Plan {
  const { release, powerMode, ...rest } = plan;
  const isKept = powerMode !== undefined && powerModes.includes(powerMode);
  return { ...rest, board, ...(isKept && { powerMode }) };
}
