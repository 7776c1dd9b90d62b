import { expect, it } from "vitest";
import { restraintScorer } from "../../../evals/scorers/restraint.ts";
import { faultOf, fitCase, judge, subjectFor } from "../../fixtures/eval-subject.ts";

it("restraintScorer passes who calls nothing, sees every needless call, and is asked only where none is needed", async () => {
  const thanks = await subjectFor("Thanks!", { restrains: true });
  expect(await judge(restraintScorer, thanks)).toEqual({ passed: true });
  const { toolCalls } = (await subjectFor(fitCase.ask)).answer;
  expect(await faultOf(restraintScorer, thanks, { toolCalls })).toContain("memory-fit was called");
  expect(await judge(restraintScorer, await subjectFor("Thanks!"))).toBeUndefined();
});
