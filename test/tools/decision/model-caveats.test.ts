import { describe, expect, it } from "vitest";
import { modelCaveats } from "../../../tools/decision/model-caveats.ts";
import type { DecisionQuestion } from "../../../tools/decision/question.ts";
import { decide, knowledge, sayOne } from "./decide.ts";

const sayings: { id: string; question: DecisionQuestion; says: RegExp }[] = [
  { id: "thor-ruled-out", question: { modelKind: "vla", powerBudgetWatts: 30 }, says: /GR00T N1\.6/ },
  {
    id: "thor-ruled-out",
    question: { largestModelBillions: 70, powerBudgetWatts: 30 },
    says: /about 3 tok\/s/,
  },
  {
    id: "mig-is-small",
    question: { realTimeIsolation: true, concurrentModels: 3 },
    says: /at most two instances.*of 3 models/,
  },
  { id: "isolation-decides", question: { concurrentModels: 2 }, says: /hard real time decides/ },
  { id: "vla-on-orin", question: { modelKind: "vla" }, says: /under 100 ms/ },
  { id: "robots-may-need-thor", question: { application: "robotics" }, says: /change this answer to Thor/ },
  { id: "orin-ceiling", question: { largestModelBillions: 20 }, says: /13B.*30B.*32B.*20B.*7B to 13B/ },
  {
    id: "dense-is-slow",
    question: { largestModelBillions: 32 },
    says: /Qwen3-32B measured 7\.0 tok\/s \(vllm\)/,
  },
  { id: "gap-to-seventy", question: { largestModelBillions: 50 }, says: /No step of the decision tree/ },
  { id: "seventy-needs-no-fp4", question: { largestModelBillions: 70 }, says: /35 to 43 GB/ },
  {
    id: "seven-billion-in-8-gb",
    question: { largestModelBillions: 7 },
    says: /Qwen2\.5-7B in 4 bits measured 22 tok\/s \(mlc\).*399 USD/,
  },
  { id: "thirteen-on-16-gb", question: { largestModelBillions: 13 }, says: /6\.5 GB/ },
  { id: "nano-ceiling", question: { largestModelBillions: 3 }, says: /about 4B.*1B or 1\.5B/ },
  {
    id: "vlm-by-events",
    question: { modelKind: "vlm", largestModelBillions: 4 },
    says: /several seconds a frame/,
  },
  {
    id: "accelerators-without-language",
    question: { powerBudgetWatts: 5, largestModelBillions: 1 },
    says: /Neither Coral nor Hailo-8.*Hailo-10H/,
  },
  {
    id: "compiled-runtime",
    question: { requestsPerDay: 1000 },
    says: /Orin, since JetPack 7\.2, is TensorRT Edge-LLM/,
  },
  {
    id: "vllm-on-a-small-board",
    question: { requestsPerDay: 200, largestModelBillions: 3 },
    says: /impractical on Orin Nano/,
  },
  {
    id: "no-runtime",
    question: { requestsPerDay: 200, modelKind: "detector" },
    says: /only for language models/,
  },
  { id: "no-board-for-the-load", question: { requestsPerDay: 200 }, says: /name a runtime but no board/ },
];

describe("modelCaveats", () => {
  it.each(sayings)("has $id for $question", ({ id, question, says }) => {
    expect(sayOne(modelCaveats, id, question)).toMatch(says);
  });

  it("says which models no board of the rule holds", async () => {
    const { caveats } = await decide({ largestModelBillions: 200 });
    expect(caveats[0]).toMatch(/200B in 4 bits do not fit.*175B/);
  });

  it("is silent about an empty question", () => {
    for (const { id } of modelCaveats) expect(sayOne(modelCaveats, id, {})).toBeUndefined();
  });

  it("tests every row, and every row's sources are on record", () => {
    const tested = new Set(["too-large", ...sayings.map(({ id }) => id)]);
    expect(tested).toEqual(new Set(modelCaveats.map(({ id }) => id)));
    for (const { sources } of modelCaveats)
      for (const id of sources) expect(knowledge.source(id).title).toBeTruthy();
  });
});
