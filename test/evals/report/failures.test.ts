import { describe, expect, it } from "vitest";
import { caseReasons, formatFailure, reasonsOf } from "../../../evals/report/failures.ts";
import { caseResults } from "../../../evals/report/outcome.ts";
import { errorTrial, runOf, scoredTrial } from "../../fixtures/eval-run.ts";

const wrong = { verdict: false, numbers: true };

describe("formatFailure()", () => {
  it("names the scorer, and its reason where it gave one", () => {
    expect(formatFailure({ scorer: "verdict", passed: false, reason: "says fits" })).toBe(
      "verdict: says fits",
    );
    expect(formatFailure({ scorer: "verdict", passed: false })).toBe("verdict");
  });
});

describe("reasonsOf()", () => {
  it("has the failed scores, or the error, and nothing for what passed", () => {
    expect(reasonsOf(scoredTrial("a", wrong))).toEqual(["verdict: verdict is wrong"]);
    expect(reasonsOf(errorTrial("a"))).toEqual(["llm-timeout: It took too long."]);
    expect(reasonsOf(scoredTrial("a", { verdict: true }))).toEqual([]);
  });
});

describe("caseReasons()", () => {
  it("has each reason once, and how many trials it is true of", () => {
    const [one] = caseResults(
      runOf([scoredTrial("a", wrong), scoredTrial("a", wrong, { trial: 2 }), errorTrial("a", "crashed", 3)]),
    );
    expect(one && caseReasons(one)).toEqual([
      "verdict: verdict is wrong (2 of 3)",
      "crashed: It took too long. (1 of 3)",
    ]);
  });
});
