import { describe, expect, it } from "vitest";
import { askBackLines, needsWorkload } from "../../../server/built-in/ask-back.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const asks = (question: string) => needsWorkload(question, readQuestion(question, knowledge));

describe("needsWorkload()", () => {
  it.each([
    "Which Jetson does my robot need?",
    "Is the Orin NX 8GB enough for this project?",
    "Will your pipeline run on an Orin Nano?",
    "Does the repo support AGX Orin, or only Thor?",
    "Which board should I buy for our rover?",
  ])("is true for %s", (question) => expect(asks(question)).toBe(true));

  it.each([
    "Which board for my robot with four cameras?",
    "Is the Orin NX 8GB enough for this project with Qwen3 8B?",
    "Which Jetson under $500 for my robot?",
    "Which board for a humanoid robot?",
    "Which VLM board does my app need?",
    "What is the Orin NX 16GB?",
    "Does Qwen3 8B fit on an Orin NX?",
  ])("is false for %s", (question) => expect(asks(question)).toBe(false));
});

describe("askBackLines", () => {
  it("ask for models, cameras and rate", () => {
    expect(askBackLines.join("\n")).toMatch(/models[\s\S]*cameras[\s\S]*how fast/);
  });
});
