import { describe, expect, it } from "vitest";
import { asksModes, planModes } from "../../../server/built-in/plan-modes.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const planned = (question: string) => planModes(question, readQuestion(question, knowledge), knowledge);

describe("planModes()", () => {
  it.each([
    "Which power mode for Llama 3.2 3B on an Orin Nano Super?",
    "What is the best nvpmodel mode for Qwen3 8B on AGX Orin 64GB?",
  ])("compares every mode for %s", (question) => {
    expect(planned(question)).toMatchObject([
      { name: "compare-devices", input: { powerModes: "all", rankBy: "fastest" } },
    ]);
  });

  it.each([
    "How fast is Qwen3 8B on AGX Orin 64GB in 30W mode?",
    "Which power mode should I use?",
    "Does Qwen3 8B fit on AGX Orin 64GB?",
  ])("leaves %s to others", (question) => expect(planned(question)).toBeUndefined());
});

describe("asksModes()", () => {
  it("hears which mode is wanted", () => expect(asksModes("which power mode is best")).toBe(true));
});
