import { describe, expect, it } from "vitest";
import { caseResults } from "../../../evals/report/outcome.ts";
import { changeOf, pairUp } from "../../../evals/report/paired.ts";
import { judgedBy } from "../../../evals/report/rate.ts";
import type { Trial } from "../../../evals/trial.ts";
import { errorTrial, runOf, scoredTrial } from "../../fixtures/eval-run.ts";

const sideOf = (trials: Trial[]) => new Map(caseResults(runOf(trials)).map((one) => [one.id, one]));
const pairs = (before: Trial[], after: Trial[]) =>
  pairUp(sideOf(before), sideOf(after), judgedBy("verdict"), "verdict");

describe("pairUp()", () => {
  it("pairs only cases that were judged in both runs", () => {
    const before = [
      scoredTrial("a", { verdict: true }),
      scoredTrial("b", { verdict: true }),
      errorTrial("c"),
    ];
    const after = [scoredTrial("a", { verdict: true }), errorTrial("b"), scoredTrial("c", { verdict: true })];
    expect(pairs(before, after).map((pair) => pair.case)).toEqual(["a"]);
  });

  it("gives the reason of the side that did worse, by the scorer alone", () => {
    const right = [scoredTrial("a", { verdict: true, tools: true })];
    const wrong = [scoredTrial("a", { verdict: false, tools: false })];
    expect(pairs(right, wrong)[0]?.reasons).toEqual(["verdict: verdict is wrong"]);
    expect(pairs(wrong, right)[0]?.reasons).toEqual(["verdict: verdict is wrong"]);
  });
});

describe("changeOf()", () => {
  it("is the change of the share of trials that passed", () => {
    const one = { case: "a", reasons: [] };
    const half = { passed: 1, scored: 2 };
    expect(changeOf({ ...one, before: half, after: { passed: 2, scored: 4 } })).toBe(0);
    expect(changeOf({ ...one, before: half, after: { passed: 3, scored: 4 } })).toBe(0.25);
    expect(changeOf({ ...one, before: half, after: { passed: 0, scored: 4 } })).toBe(-0.5);
  });
});
