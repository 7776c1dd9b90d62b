import type { Placed, WorkloadInput } from "../placement/workload.ts";
import type { CompletePlan, MemoryFitInput } from "./plan.ts";

/** A change to a plan, in words and as an input that is ready to run. */
export type Change = { change: string; input: MemoryFitInput };

/** A lever is the list of its settings, mildest first. */
export type Lever = { name: string; settings: Change[] };

/** A flag of an engine that can be set, in words and as a change to the workload. */
export type Flag = { words: string; change: Partial<WorkloadInput> };

/** The plan with one of its workloads changed. */
export function withWorkload(
  input: MemoryFitInput,
  index: number,
  change: Partial<WorkloadInput>,
): MemoryFitInput {
  return {
    ...input,
    workloads: input.workloads.map((workload, at) => (at === index ? { ...workload, ...change } : workload)),
  };
}

/** The plan with the same change to every workload that it applies to; undefined where it applies to none. */
export function eachWorkload(
  plan: CompletePlan,
  change: (placed: Placed) => Partial<WorkloadInput> | undefined,
): MemoryFitInput | undefined {
  let { input } = plan;
  let changed = false;
  plan.workloads.forEach((placed, index) => {
    const setting = change(placed);
    if (!setting) return;
    changed = true;
    input = withWorkload(input, index, setting);
  });
  return changed ? input : undefined;
}

/** The same for its language models only. */
export function eachLanguage(
  plan: CompletePlan,
  change: (placed: Placed) => Partial<WorkloadInput> | undefined,
): MemoryFitInput | undefined {
  return eachWorkload(plan, (placed) => (placed.language ? change(placed) : undefined));
}

/** Half, half of that, and so on down to one: 8 → 4, 2, 1. */
export function halvings(most: number): number[] {
  const steps: number[] = [];
  for (let step = most; step > 1; ) {
    step = Math.ceil(step / 2);
    steps.push(step);
  }
  return steps;
}
