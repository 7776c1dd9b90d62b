import { describe, expect, it } from "vitest";
import { caseResults, hasPassed } from "../../../evals/report/outcome.ts";
import { judgedBy, rateOf } from "../../../evals/report/rate.ts";
import { wilsonInterval } from "../../../evals/report/wilson.ts";
import { errorTrial, runOf, scoredTrial } from "../../fixtures/eval-run.ts";

const yes = { verdict: true };
const no = { verdict: false };
const cases = caseResults(
  runOf([
    scoredTrial("a", yes),
    scoredTrial("a", yes, { trial: 2 }),
    scoredTrial("a", no, { trial: 3 }),
    scoredTrial("a", no, { trial: 4 }),
    scoredTrial("b", yes),
    errorTrial("b", "crashed", 2),
    errorTrial("c"),
    scoredTrial("d", { tools: true }),
  ]),
);

describe("rateOf()", () => {
  it("is the mean over cases, so that one tried more often weighs no more: (2/4 + 1/1) ÷ 2", () => {
    const rate = rateOf(cases, judgedBy("verdict"));
    expect(rate).toMatchObject({ passed: 3, scored: 5, cases: 2, share: 0.75 });
  });

  it("counts cases in its interval, not trials", () => {
    expect(rateOf(cases, judgedBy("verdict"))).toMatchObject(wilsonInterval(0.75, 2));
  });

  it("leaves out errors and what was not asked", () => {
    expect(rateOf(cases, judgedBy("tools"))).toMatchObject({ passed: 1, scored: 1, cases: 1 });
    expect(rateOf(cases, hasPassed)).toMatchObject({ scored: 6, cases: 3 });
  });

  it("knows nothing of what no trial was asked", () => {
    expect(rateOf(cases, judgedBy("language"))).toBeUndefined();
  });
});
