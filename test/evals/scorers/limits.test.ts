import { expect, it } from "vitest";
import { latencyScorer, stepsScorer, tokensScorer } from "../../../evals/scorers/limits.ts";
import { faultOf, fitCase, subjectFor } from "../../fixtures/eval-subject.ts";

const subject = {
  ...(await subjectFor(fitCase.ask)),
  limits: { toolCalls: 5, requests: 2, outputTokens: 100, durationMs: 10 },
};
const { answer } = subject;
const [call] = answer.toolCalls;
const calls = (count: number) => ({ toolCalls: call ? Array.from({ length: count }, () => call) : [] });
const usage = (change: object) => ({ usage: { ...answer.usage, ...change } });

it.each([
  [stepsScorer, calls(5), calls(6)],
  [stepsScorer, usage({ requests: 2 }), usage({ requests: 3 })],
  [tokensScorer, usage({ outputTokens: 100 }), usage({ outputTokens: 101 })],
  [latencyScorer, { durationMs: 10 }, { durationMs: 11 }],
])("$name allows as much as the limit and no more", async (scorer, most, more) => {
  expect(await faultOf(scorer, subject, most)).toBe("");
  expect(await faultOf(scorer, subject, more)).toContain("allowed");
});
