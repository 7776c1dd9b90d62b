import { describe, expect, it } from "vitest";
import { CompareDevicesInput } from "../../../tools/compare-devices.ts";
import { ThroughputInput } from "../../../tools/estimate-throughput.ts";
import { MemoryFitInput } from "../../../tools/memory/plan.ts";
import { memoryFit } from "../../../tools/memory-fit.ts";
import { PlanSystemInput } from "../../../tools/plan-system.ts";
import { StreamCapacityInput } from "../../../tools/stream-capacity.ts";
import type { Load, Plan } from "../../../web/planner/plan.ts";
import { formatPlan, parsePlan } from "../../../web/planner/plan-address.ts";
import {
  fromPlanInput,
  isPlanInput,
  toComparisonInput,
  toMemoryFitInput,
  toStreamInput,
  toSystemInput,
  toThroughputInput,
} from "../../../web/planner/tool-inputs.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const language: Load = {
  key: 1,
  model: "qwen2.5-vl-7b",
  settings: { quantization: "q4-k-m", contextTokens: 8192, concurrency: 2, promptCache: false },
};
const detector: Load = { key: 2, model: "yolo11s", settings: { streams: 4, framesPerSecond: 15 } };
const plan: Plan = { board: "orin-nx-8gb", powerMode: "20W", os: "headless", loads: [language, detector] };

/** What stands in JSON: the way an input goes to the server. */
const sent = (input: unknown): unknown => JSON.parse(JSON.stringify(input));
const fitOf = async (input: unknown) => memoryFit.run(MemoryFitInput.parse(sent(input)), knowledge);

describe("a plan as the input of a tool", () => {
  it("asks memory-fit for everything on the board", () => {
    expect(MemoryFitInput.parse(sent(toMemoryFitInput(plan)))).toEqual({
      device: "orin-nx-8gb",
      powerMode: "20W",
      os: "headless",
      workloads: [
        {
          model: "qwen2.5-vl-7b",
          quantization: "q4-k-m",
          contextTokens: 8192,
          concurrency: 2,
          promptCache: false,
        },
        { model: "yolo11s", streams: 4 },
      ],
    });
    expect(toMemoryFitInput({ ...plan, loads: [] })).toBeUndefined();
  });

  it("asks for the speed of one model beside all the others", () => {
    const { model, coTenants } = ThroughputInput.parse(sent(toThroughputInput(plan, language)));
    expect(model).toBe("qwen2.5-vl-7b");
    expect(coTenants).toEqual([{ model: "yolo11s", streams: 4 }]);
    const alone = ThroughputInput.parse(sent(toThroughputInput({ ...plan, loads: [language] }, language)));
    expect(alone).not.toHaveProperty("coTenants");
  });

  it("asks for the cameras of a detector beside all the others", () => {
    const input = StreamCapacityInput.parse(sent(toStreamInput(plan, detector)));
    expect(input).toMatchObject({ model: "yolo11s", streams: 4, framesPerSecond: 15, os: "headless" });
    expect(input.others?.map(({ model }) => model)).toEqual(["qwen2.5-vl-7b"]);
  });

  it("compares boards with every setting, and finds a system with what is to be done alone", () => {
    expect(CompareDevicesInput.parse(sent(toComparisonInput(plan))).workloads[0]).toHaveProperty(
      "quantization",
    );
    const [open] = PlanSystemInput.parse(sent(toSystemInput(plan, false))).workloads;
    expect(open).toEqual({ model: "qwen2.5-vl-7b", contextTokens: 8192, concurrency: 2 });
    const [kept] = PlanSystemInput.parse(sent(toSystemInput(plan, true))).workloads;
    expect(kept).toHaveProperty("quantization", "q4-k-m");
  });
});

describe("fromPlanInput()", () => {
  it("takes over every fix so that memory-fit says of the plan, also through its address, what it said of the fix", async () => {
    const { fixes } = await fitOf(toMemoryFitInput(plan));
    expect(fixes.length).toBeGreaterThan(1);
    for (const { input, verdict, headroomBytes } of fixes) {
      const stated: unknown = sent(input);
      if (!isPlanInput(stated)) throw new Error("A fix is no plan.");
      const fixed = fromPlanInput(stated, plan);
      expect(await fitOf(toMemoryFitInput(fixed))).toMatchObject({ verdict, headroomBytes });
      expect(parsePlan(formatPlan(fixed)).plan).toEqual(fixed);
    }
  });

  it("keeps the keys of the workloads and the rate of the cameras, and leaves out what is usual", async () => {
    const { resolved } = await fitOf(toMemoryFitInput(plan));
    const stated: unknown = sent(resolved);
    if (!isPlanInput(stated)) throw new Error("What was resolved is no plan.");
    const { loads } = fromPlanInput(stated, plan);
    expect(loads.map(({ key }) => key)).toEqual([1, 2]);
    expect(loads[1]?.settings).toMatchObject({ streams: 4, framesPerSecond: 15 });
    expect(loads[0]?.settings).not.toHaveProperty("imageWidth");
  });

  it.each([{}, { device: 7, workloads: [] }, { device: "x", workloads: [{ model: {} }] }])(
    "is not asked for what is no plan: %j",
    (value) => {
      expect(isPlanInput(value)).toBe(false);
    },
  );
});
