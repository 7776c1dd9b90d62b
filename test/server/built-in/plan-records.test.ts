import { describe, expect, it } from "vitest";
import { planRecords } from "../../../server/built-in/plan-records.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const planned = (question: string) => planRecords(question, readQuestion(question, knowledge));

describe("planRecords()", () => {
  it.each([
    ["When was Qwen2.5-3B released?", ["qwen2.5-3b"]],
    ["Is Qwen2.5-3B free for commercial use?", ["qwen2.5-3b"]],
    ["How many parameters has Phi-3.5-Vision?", ["phi-3.5-vision"]],
    ["Which licence has a 7B model?", []],
  ])("looks up what is named in: %s", (question, names) => {
    expect(planned(question)?.map(({ input }) => input.name)).toEqual(names);
  });

  it.each([
    "Does Qwen2.5-3B fit on an Orin NX 16GB?",
    "Which board for Qwen2.5-3B?",
    "When does it throttle?",
  ])("leaves to others: %s", (question) => {
    expect(planned(question)).toBeUndefined();
  });
});
