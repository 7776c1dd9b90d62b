import { describe, expect, it } from "vitest";
import { caseResults, errorOf, failuresOf, hasPassed, isScored } from "../../../evals/report/outcome.ts";
import { errorTrial, runOf, scoredTrial } from "../../fixtures/eval-run.ts";

const right = { verdict: true, numbers: true };
const wrong = { verdict: true, numbers: false };

describe("hasPassed()", () => {
  it("wants every scorer to pass", () => {
    expect(hasPassed(scoredTrial("a", right))).toBe(true);
    expect(hasPassed(scoredTrial("a", wrong))).toBe(false);
  });
});

describe("failuresOf()", () => {
  it("gives the scores that failed with their reasons", () => {
    expect(failuresOf(scoredTrial("a", wrong))).toEqual([
      { scorer: "numbers", passed: false, reason: "numbers is wrong" },
    ]);
  });
});

describe("errorOf()", () => {
  it("tells what kept a trial from being judged", () => {
    expect(errorOf(errorTrial("a", "crashed"))?.code).toBe("crashed");
    expect(errorOf(scoredTrial("a", wrong))).toBeUndefined();
  });

  it("takes a trial that no scorer judged for an error, not for one that passed", () => {
    const trial = scoredTrial("a", {});
    expect(errorOf(trial)?.code).toBe("not-scored");
    expect(isScored(trial)).toBe(false);
  });
});

describe("caseResults()", () => {
  it.each([
    { outcome: "passed", trials: [scoredTrial("a", right), scoredTrial("a", right, { trial: 2 })] },
    { outcome: "failed", trials: [scoredTrial("a", wrong), scoredTrial("a", wrong, { trial: 2 })] },
    { outcome: "flaky", trials: [scoredTrial("a", wrong), scoredTrial("a", right, { trial: 2 })] },
    { outcome: "error", trials: [errorTrial("a"), errorTrial("a", "crashed", 2)] },
    { outcome: "passed", trials: [errorTrial("a"), scoredTrial("a", right, { trial: 2 })] },
    { outcome: "failed", trials: [errorTrial("a"), scoredTrial("a", wrong, { trial: 2 })] },
  ])("calls a case $outcome by the trials that were judged", ({ outcome, trials }) => {
    expect(caseResults(runOf(trials))[0]?.outcome).toBe(outcome);
  });

  it("orders cases by id and trials by number, in whatever order they came", () => {
    const run = runOf([
      scoredTrial("b", right),
      scoredTrial("a", wrong, { trial: 2 }),
      scoredTrial("a", right),
    ]);
    const [first, second] = caseResults(run);
    expect([first?.id, second?.id]).toEqual(["a", "b"]);
    expect(first?.trials.map(({ trial }) => trial)).toEqual([1, 2]);
    expect(first?.passed).toBe(1);
  });
});
