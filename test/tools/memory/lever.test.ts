import { describe, expect, it } from "vitest";
import { eachLanguage, eachWorkload, halvings, withWorkload } from "../../../tools/memory/lever.ts";
import { MemoryFitInput } from "../../../tools/memory/plan.ts";
import { place } from "../../fixtures/knowledge.ts";

const workloads = [{ model: "qwen3-8b" }, { model: "yolo11s" }].map(place);
const input = MemoryFitInput.parse({
  device: "orin-nx-8gb",
  workloads: workloads.map(({ resolved }) => resolved),
});
const plan = { input, workloads };

describe("halvings()", () => {
  it.each([
    { most: 8, steps: [4, 2, 1] },
    { most: 5, steps: [3, 2, 1] },
    { most: 2, steps: [1] },
    { most: 1, steps: [] },
    { most: 0, steps: [] },
  ])("goes from $most over $steps", ({ most, steps }) => {
    expect(halvings(most)).toEqual(steps);
  });
});

describe("withWorkload()", () => {
  it("changes one workload and leaves the plan as it is", () => {
    const changed = withWorkload(input, 1, { streams: 3 });
    expect(changed.workloads.map(({ streams }) => streams)).toEqual([undefined, 3]);
    expect(input.workloads[1]?.streams).toBe(1);
  });
});

describe("eachWorkload() and eachLanguage()", () => {
  it("change every workload that the change applies to", () => {
    const streams = (changed: MemoryFitInput | undefined) => changed?.workloads.map((each) => each.streams);
    expect(streams(eachWorkload(plan, () => ({ streams: 2 })))).toEqual([2, 2]);
    expect(streams(eachLanguage(plan, () => ({ streams: 2 })))).toEqual([2, 1]);
  });

  it("give nothing, when it applies to none", () => {
    expect(eachWorkload(plan, () => undefined)).toBeUndefined();
    expect(eachLanguage({ ...plan, workloads: [] }, () => ({ streams: 2 }))).toBeUndefined();
  });
});
