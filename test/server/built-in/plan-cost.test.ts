import { describe, expect, it } from "vitest";
import { asksCost, planCost } from "../../../server/built-in/plan-cost.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { getTool } from "../../../tools/registry.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const planned = (question: string) => planCost(question, readQuestion(question, knowledge), knowledge);
const input = (question: string) => planned(question)?.[0]?.input;

describe("asksCost()", () => {
  it.each([
    { question: "What does a fleet of 200 Orin NX cost over 5 years?", asks: true },
    { question: "TCO of an AGX Orin 64GB", asks: true },
    { question: "How many spares for 100 Orin NX 16GB?", asks: true },
    { question: "What do 50 boards cost?", asks: true },
    { question: "What does an AGX Orin 64GB cost over three years?", asks: true },
    { question: "What does an AGX Orin 64GB cost?", asks: false },
    { question: "Does a 7B model fit on 8 GB?", asks: false },
    { question: "Which board for a budget of 500 USD?", asks: false },
  ])("is $asks for: $question", ({ question, asks }) => {
    expect(asksCost(question)).toBe(asks);
  });
});

describe("planCost()", () => {
  it("asks for each size of a family", () => {
    const calls = planned("What does a fleet of 200 Orin NX cost over 5 years?");
    expect(calls?.map(({ name, input }) => [name, input.devices, input.years])).toEqual([
      ["fleet-cost", 200, 5],
      ["fleet-cost", 200, 5],
    ]);
    expect(calls?.map(({ input }) => input.device).toSorted()).toEqual(["orin-nx-16gb", "orin-nx-8gb"]);
  });

  it.each([
    { question: "TCO of 1,000 AGX Orin 64GB", devices: 1000 },
    { question: "TCO of 2k Jetson AGX Orin 64GB boards", devices: 2000 },
    { question: "TCO of an AGX Orin 64GB", devices: 1 },
    { question: "cost of a fleet of about 40 Orin NX 16GB", devices: 40 },
    { question: "An AGX Orin 64GB is nice, what do ten of them cost for 3 years?", devices: 10 },
  ])("reads $devices boards in: $question", ({ question, devices }) => {
    expect(input(question)).toMatchObject({ devices });
  });

  it("reads what else is said of the fleet", () => {
    const question =
      "Fleet of 50 AGX Orin 64GB modules for three years, 3 % failures, 5 % spares, 8 hours a day, 0.30 USD per kWh";
    expect(input(question)).toEqual({
      device: "agx-orin-64gb",
      devices: 50,
      years: 3,
      annualFailureRate: 0.03,
      sparesShare: 0.05,
      hoursPerDay: 8,
      electricityUsdPerKwh: 0.3,
      priceKind: "module",
    });
  });

  it("hands on the model with its settings", () => {
    const question = "TCO of 50 AGX Orin 64GB running Llama 3.1 8B in Q8_0 with vLLM for 4 users";
    expect(input(question)).toMatchObject({
      workload: { model: "llama-3.1-8b", quantization: "q8-0", runtime: "vllm", concurrency: 4 },
    });
  });

  it.each([
    "How fast is Llama 3.1 8B on AGX Orin 64GB?",
    "What does a fleet cost over 5 years?",
    "Which board for a fleet of 100 cameras?",
  ])("plans nothing for: %s", (question) => {
    expect(planned(question)).toBeUndefined();
  });

  it("costs a fleet though the question asks which board it should be", () => {
    expect(input("What does a fleet of 50 Orin NX 16GB modules cost over 3 years?")).toEqual({
      device: "orin-nx-16gb",
      devices: 50,
      years: 3,
      priceKind: "module",
    });
  });

  it("plans calls that the tool takes", () => {
    const question =
      "What does a fleet of 200 Orin NX running YOLO and Qwen3 4B cost over 5 years with kits?";
    for (const call of planned(question) ?? [])
      expect(getTool(call.name).input.safeParse(call.input).success).toBe(true);
  });
});
