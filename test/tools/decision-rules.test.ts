import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DecisionQuestion } from "../../tools/decision/question.ts";
import { askRules, decisionRules } from "../../tools/decision-rules.ts";
import { anyQuestion, knowledge } from "./decision/decide.ts";

type Row = { question: DecisionQuestion; rule: string; advise: string };

const workloads: Row[] = [
  {
    question: { modelKind: "detector", streams: 1 },
    rule: "single-stream-detection",
    advise: "orin-nano-8gb",
  },
  { question: { application: "single-camera" }, rule: "single-stream-detection", advise: "orin-nano-8gb" },
  { question: { application: "multi-camera", streams: 8 }, rule: "multi-camera", advise: "agx-orin-64gb" },
  {
    question: { application: "visual-agent", modelKind: "vlm", largestModelBillions: 7 },
    rule: "visual-agent",
    advise: "agx-orin-64gb",
  },
  {
    question: { application: "assistant", largestModelBillions: 30 },
    rule: "thirty-billion-class",
    advise: "agx-orin-64gb",
  },
  { question: { application: "assistant" }, rule: "local-assistant", advise: "agx-orin-64gb" },
  { question: { largestModelBillions: 70 }, rule: "seventy-billion", advise: "agx-thor-devkit" },
  {
    question: { application: "humanoid", modelKind: "vla" },
    rule: "humanoid-or-surgical",
    advise: "agx-thor-devkit",
  },
  { question: { modelKind: "vla" }, rule: "vision-language-action", advise: "agx-thor-devkit" },
  {
    question: { concurrentModels: 3, realTimeIsolation: true },
    rule: "hard-isolation",
    advise: "agx-thor-devkit",
  },
  { question: { application: "battery-sensor" }, rule: "ultra-low-power", advise: "coral-tpu" },
  { question: { application: "smart-camera" }, rule: "cheap-smart-camera", advise: "rk3588" },
];

const treeSteps: Row[] = [
  { question: { largestModelBillions: 13 }, rule: "nine-to-thirteen-billion", advise: "agx-orin-64gb" },
  {
    question: { largestModelBillions: 3, streams: 1 },
    rule: "up-to-four-billion",
    advise: "orin-nano-8gb",
  },
  { question: { largestModelBillions: 3, streams: 6 }, rule: "multi-camera", advise: "agx-orin-64gb" },
  { question: { streams: 3 }, rule: "two-or-three-streams", advise: "orin-nx-16gb" },
  { question: { streams: 9 }, rule: "more-than-eight-streams", advise: "agx-orin-64gb" },
  {
    question: { largestModelBillions: 30, powerBudgetWatts: 60 },
    rule: "thirty-billion-class",
    advise: "agx-orin-64gb",
  },
  {
    question: { largestModelBillions: 30, powerBudgetWatts: 59 },
    rule: "thirty-billion-class-on-less-power",
    advise: "agx-orin-64gb",
  },
  { question: { largestModelBillions: 69 }, rule: "above-thirty-billion", advise: "agx-thor-devkit" },
  { question: { powerBudgetWatts: 14.9 }, rule: "below-15-watts", advise: "hailo-8" },
  {
    question: { powerBudgetWatts: 14.9, modelKind: "llm" },
    rule: "below-15-watts-language",
    advise: "rk3588",
  },
  { question: { powerBudgetWatts: 15 }, rule: "no-reason-for-more-or-less", advise: "agx-orin-64gb" },
  { question: { application: "surgical" }, rule: "humanoid-or-surgical", advise: "agx-thor-devkit" },
];

const moduleGuides: Row[] = [
  {
    question: { modelKind: "vlm", largestModelBillions: 4 },
    rule: "up-to-four-billion",
    advise: "orin-nano-8gb",
  },
  {
    question: { modelKind: "vlm", largestModelBillions: 7 },
    rule: "seven-billion-class",
    advise: "orin-nx-16gb",
  },
  {
    question: { modelKind: "vlm", largestModelBillions: 7, concurrentModels: 3 },
    rule: "several-models",
    advise: "agx-orin-64gb",
  },
  {
    question: { modelKind: "vlm", largestModelBillions: 20 },
    rule: "thirty-billion-class",
    advise: "agx-orin-64gb",
  },
  { question: { modelKind: "vlm", largestModelBillions: 30 }, rule: "large-vlm", advise: "agx-thor-devkit" },
  {
    question: { largestModelBillions: 30, concurrentModels: 2 },
    rule: "several-large-models",
    advise: "agx-thor-devkit",
  },
];

const loads: Row[] = [
  { question: { requestsPerDay: 100 }, rule: "kiosk", advise: "orin-nano-8gb" },
  { question: { requestsPerDay: 101 }, rule: "no-reason-for-more-or-less", advise: "agx-orin-64gb" },
  {
    question: { requestsPerDay: 500, largestModelBillions: 3 },
    rule: "busy-server",
    advise: "agx-orin-64gb",
  },
  { question: { modelKind: "llm" }, rule: "language-model-of-unstated-size", advise: "orin-nx-16gb" },
  { question: { battery: true, application: "robotics" }, rule: "battery", advise: "orin-nx-16gb" },
  { question: {}, rule: "no-reason-for-more-or-less", advise: "agx-orin-64gb" },
];

/** Two rules apply; the one that says what the box cannot be has to win. */
const orders: Row[] = [
  {
    question: { powerBudgetWatts: 5, largestModelBillions: 1 },
    rule: "ultra-low-power",
    advise: "coral-tpu",
  },
  { question: { powerBudgetWatts: 5.1, streams: 1 }, rule: "below-15-watts", advise: "hailo-8" },
  {
    question: { application: "humanoid", modelKind: "vla", largestModelBillions: 7 },
    rule: "humanoid-or-surgical",
    advise: "agx-thor-devkit",
  },
  {
    question: { largestModelBillions: 70, powerBudgetWatts: 39 },
    rule: "no-thor-here",
    advise: "agx-orin-64gb",
  },
  {
    question: { largestModelBillions: 70, powerBudgetWatts: 40 },
    rule: "seventy-billion",
    advise: "agx-thor-devkit",
  },
  { question: { application: "humanoid", battery: true }, rule: "no-thor-here", advise: "agx-orin-64gb" },
  {
    question: { application: "humanoid", battery: true, powerBudgetWatts: 130 },
    rule: "humanoid-or-surgical",
    advise: "agx-thor-devkit",
  },
  {
    question: { application: "smart-camera", modelKind: "vlm", largestModelBillions: 3 },
    rule: "up-to-four-billion",
    advise: "orin-nano-8gb",
  },
];

describe("askRules()", () => {
  it.each([...workloads, ...treeSteps, ...moduleGuides, ...loads, ...orders])(
    "answers $question with $advise by $rule",
    ({ question, rule, advise }) => {
      const { rule: matched, asked } = askRules(question);
      expect(matched).toMatchObject({ id: rule, advise });
      expect(asked.at(-1)).toBe(matched);
    },
  );

  it("stops at the first rule that applies, and always finds one", () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { rule, asked } = askRules(question);
        expect(asked.filter(({ when }) => when(question))).toEqual([rule]);
      }),
    );
  });
});

describe("decisionRules", () => {
  it("has an id of its own for every row", () => {
    expect(new Set(decisionRules.map(({ id }) => id)).size).toBe(decisionRules.length);
  });

  it("reaches every row by some question of these tables", () => {
    const rows = [...workloads, ...treeSteps, ...moduleGuides, ...loads, ...orders];
    expect(new Set(rows.map(({ rule }) => rule))).toEqual(new Set(decisionRules.map(({ id }) => id)));
  });

  it.each(decisionRules.map((rule) => ({ ...rule })))(
    "names known devices and sources in $id",
    ({ advise, alternatives, sources }) => {
      for (const id of [advise, ...alternatives]) expect(knowledge.devices.get(id).entry.id).toBe(id);
      for (const source of sources) expect(knowledge.source(source).title).not.toBe("");
      expect(sources).not.toHaveLength(0);
      expect(alternatives).not.toContain(advise);
    },
  );

  it("lists in `asks` every field that `when` reads", () => {
    const fields = DecisionQuestion.keyof().options;
    fc.assert(
      fc.property(anyQuestion, anyQuestion, (question, other) => {
        for (const { id, asks, when } of decisionRules) {
          const unasked = fields.filter((field) => !asks.includes(field));
          const changed = { ...question };
          for (const field of unasked) Object.assign(changed, { [field]: other[field] });
          expect(when(changed), id).toBe(when(question));
        }
      }),
    );
  });
});
