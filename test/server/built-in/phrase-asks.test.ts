import { describe, expect, it } from "vitest";
import {
  toCamerasQuestion,
  toCheapestQuestion,
  toContextQuestion,
  toFleetQuestion,
  toFormatQuestion,
  toMeasuredQuestion,
  toPriceQuestion,
  toRuntimeQuestion,
  toSpeedQuestion,
  toWhatRunsQuestion,
} from "../../../server/built-in/phrase-asks.ts";
import type { MemoryFitInput } from "../../../tools/memory/plan.ts";
import { computedCalls } from "../../fixtures/planned-calls.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const plan: MemoryFitInput = {
  device: "orin-nx-16gb",
  powerMode: "25W",
  workloads: [
    { model: "qwen3-8b", quantization: "q8-0", contextTokens: 8192 },
    { model: "yolo11s", streams: 4 },
  ],
};
const [language, detector] = plan.workloads;
const first = (question: string) => computedCalls(question)[0];
const named = (question: string, name: string) => computedCalls(question).find((call) => call.name === name);

describe("the questions that follow on", () => {
  it("ask how fast a plan is, with its neighbours", () => {
    expect(named(toSpeedQuestion(plan, knowledge), "estimate-throughput")?.input).toMatchObject({
      device: "orin-nx-16gb",
      powerMode: "25W",
      model: "qwen3-8b",
      quantization: "q8-0",
      contextTokens: 8192,
      coTenants: [{ model: "yolo11s", streams: 4 }],
    });
  });

  it("ask for the longest context without stating one, and in no power mode", () => {
    const { name, input } = first(toContextQuestion(plan, knowledge)) ?? {};
    expect(name).toBe("plan-system");
    expect(input).toMatchObject({
      devices: ["orin-nx-16gb"],
      quantizations: ["q8-0"],
      runtimes: ["llama-cpp"],
      workloads: [expect.not.objectContaining({ contextTokens: 8192 }), { model: "yolo11s", streams: 4 }],
    });
  });

  it("ask for the cheapest of all boards, also for one model", () => {
    const question = toCheapestQuestion(language ? [language] : [], knowledge);
    expect(first(question)).toMatchObject({ name: "compare-devices", input: { rankBy: "cheapest" } });
  });

  it.each([
    { question: toMeasuredQuestion("qwen3-8b", "agx-thor-devkit", knowledge), device: "agx-thor-devkit" },
    { question: toMeasuredQuestion("qwen3-8b", undefined, knowledge), device: undefined },
  ])("ask who measured a model: $question", ({ question, device }) => {
    expect(first(question)).toMatchObject({ name: "find-measurements", input: { model: "qwen3-8b" } });
    expect(first(question)?.input.device).toBe(device);
  });

  it.each([
    { question: toCamerasQuestion("orin-nx-16gb", detector, knowledge), model: "yolo11s" },
    { question: toCamerasQuestion("orin-nx-16gb", undefined, knowledge), model: undefined },
  ])("ask how many cameras a board takes: $question", ({ question, model }) => {
    const { name, input } = first(question) ?? {};
    expect(name).toBe("stream-capacity");
    expect(input).toMatchObject({ device: "orin-nx-16gb" });
    expect(input?.model).toBe(model);
    expect(input?.streams).toBeUndefined();
  });

  it("ask what a board costs and what runs on it", () => {
    expect(first(toPriceQuestion("orin-nx-16gb", knowledge))).toEqual({
      name: "look-up",
      input: { name: "orin-nx-16gb" },
    });
    const runs = computedCalls(toWhatRunsQuestion("orin-nx-16gb", knowledge));
    expect(new Set(runs.map(({ name }) => name))).toEqual(new Set(["memory-fit"]));
    expect(runs.length).toBeGreaterThan(5);
  });

  it("ask for a runtime", () => {
    const question = toRuntimeQuestion("Qwen3 8B", "orin-nx-16gb", knowledge);
    expect(named(question, "memory-fit")?.input).toMatchObject({ device: "orin-nx-16gb" });
    expect(named(question, "decision-tree")).toBeDefined();
  });

  it("ask what a fleet costs", () => {
    expect(first(toFleetQuestion("orin-nx-16gb", 200, 5, knowledge))).toMatchObject({
      name: "fleet-cost",
      input: { device: "orin-nx-16gb", devices: 200, years: 5 },
    });
  });

  it("ask whether a board runs a format", () => {
    expect(first(toFormatQuestion("NVFP4", "agx-thor-devkit", knowledge))).toMatchObject({
      name: "memory-fit",
      input: { device: "agx-thor-devkit", workloads: [{ quantization: "nvfp4" }] },
    });
  });
});
