import { describe, expect, it } from "vitest";
import {
  DecisionQuestion,
  hasLanguageModel,
  needsThor,
  thorObstacle,
} from "../../../tools/decision/question.ts";

describe("DecisionQuestion", () => {
  it("takes an empty question", () => {
    expect(DecisionQuestion.parse({})).toEqual({});
  });

  it.each([{ streams: -1 }, { concurrentModels: 0 }, { requestsPerDay: 0.5 }, { largestModelBillions: 0 }])(
    "refuses %o",
    (question) => {
      expect(DecisionQuestion.safeParse(question).success).toBe(false);
    },
  );

  it("describes every field, so that a model can fill it in", () => {
    for (const field of Object.values(DecisionQuestion.shape)) expect(field.description).toBeTruthy();
  });
});

describe("hasLanguageModel()", () => {
  it.each<{ question: DecisionQuestion; expected: boolean }>([
    { question: {}, expected: false },
    { question: { modelKind: "vlm" }, expected: true },
    { question: { modelKind: "detector", largestModelBillions: 7 }, expected: false },
    { question: { largestModelBillions: 0.07 }, expected: false },
    { question: { largestModelBillions: 0.5 }, expected: true },
    { question: { application: "assistant" }, expected: true },
    { question: { application: "smart-camera" }, expected: false },
  ])("is $expected for $question", ({ question, expected }) => {
    expect(hasLanguageModel(question)).toBe(expected);
  });
});

describe("needsThor()", () => {
  it.each<{ question: DecisionQuestion; expected: boolean }>([
    { question: {}, expected: false },
    { question: { largestModelBillions: 35 }, expected: false },
    { question: { largestModelBillions: 36 }, expected: true },
    { question: { largestModelBillions: 20, modelKind: "vlm" }, expected: false },
    { question: { largestModelBillions: 30, modelKind: "vlm" }, expected: true },
    { question: { largestModelBillions: 30, concurrentModels: 2 }, expected: true },
    { question: { realTimeIsolation: false, concurrentModels: 4 }, expected: false },
    { question: { realTimeIsolation: true }, expected: true },
    { question: { application: "surgical" }, expected: true },
  ])("is $expected for $question", ({ question, expected }) => {
    expect(needsThor(question)).toBe(expected);
  });
});

describe("thorObstacle()", () => {
  it.each<{ question: DecisionQuestion; says: RegExp }>([
    { question: { powerBudgetWatts: 39.9 }, says: /below Thor's 40 W/ },
    { question: { passiveCooling: true, powerBudgetWatts: 130 }, says: /active cooling/ },
    { question: { battery: true }, says: /battery that carries 130 W/ },
    { question: { battery: true, powerBudgetWatts: 129 }, says: /battery/ },
  ])("names what stands against Thor for $question", ({ question, says }) => {
    expect(thorObstacle(question)).toMatch(says);
  });

  it.each<DecisionQuestion>([{}, { powerBudgetWatts: 40 }, { battery: true, powerBudgetWatts: 130 }])(
    "finds none for %o",
    (question) => {
      expect(thorObstacle(question)).toBeUndefined();
    },
  );
});
