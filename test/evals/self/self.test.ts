import { expect, it } from "vitest";
import { missedBars } from "../../../evals/self/report.ts";
import { doubtEvals } from "../../../evals/self/self.ts";
import { caseOf, fitCase } from "../../fixtures/eval-subject.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

it("doubtEvals() misses no bar on a case, but for the faults that it gives nothing to be made of", {
  timeout: 60_000,
}, async () => {
  const report = await doubtEvals([caseOf(fitCase.ask, fitCase.expects)], knowledge, {
    cases: 1,
    mutants: 1,
    asked: 1,
  });
  expect(report.behaved).toHaveLength(24);
  expect(missedBars(report).filter((bar) => !bar.startsWith("No mutant"))).toEqual([]);
  expect(report.tallies.filter(({ made }) => made > 0).length).toBeGreaterThan(20);
});
