import { describe, expect, it } from "vitest";
import { refusesScorer } from "../../../evals/scorers/refuses.ts";
import { faultOf, judge, subjectFor } from "../../fixtures/eval-subject.ts";

const subject = await subjectFor("What is the capital of France?", { refuses: true });

describe("refusesScorer", () => {
  it("lets the built-in refusal pass, and says nothing where none is wanted", async () => {
    expect(await faultOf(refusesScorer, subject)).toBe("");
    expect(await judge(refusesScorer, await subjectFor("Thanks!"))).toBeUndefined();
  });

  it.each([
    ["no refusal", { answer: "Paris." }],
    ["a number", { answer: "I only answer questions on Jetson boards; a kit is 249 USD." }],
    ["a verdict", { answer: "I cannot help with that, but it fits." }],
    ["a verdict in a field", { verdict: "fits" as const }],
  ])("sees %s", async (_, change) => {
    expect(await faultOf(refusesScorer, subject, change)).not.toBe("");
  });
});
