import { describe, expect, it } from "vitest";
import { evaluateChecker } from "../../../evals/checker/checker.ts";
import { bars, missedBars, totalsOf } from "../../../evals/checker/report.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("evaluateChecker()", () => {
  it("reaches the bars on a part of the corpus", async () => {
    const totals = totalsOf(await evaluateChecker(knowledge, { scenarios: 1, questions: 6 }));
    expect(missedBars({ ...totals, cases: bars.cases })).toEqual([]);
    expect(totals.cases).toBeGreaterThan(1000);
  });
});
