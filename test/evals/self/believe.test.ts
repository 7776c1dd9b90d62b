import { expect, it } from "vitest";
import { believeText } from "../../../evals/self/believe.ts";
import { checkText } from "../../../server/check/check.ts";
import { fitCase, subjectFor } from "../../fixtures/eval-subject.ts";

it("believeText() takes every claim for true and leaves none out", async () => {
  const { evidence } = await subjectFor(fitCase.ask, fitCase.expects);
  const lie = "No, it does not fit: it needs 987 GB [made#up].";
  const doubted = checkText(lie, evidence);
  expect(doubted.unverified.length).toBeGreaterThan(2);
  const { verified, unverified } = believeText(lie, evidence);
  expect(unverified).toEqual([]);
  expect(verified).toHaveLength(doubted.verified.length + doubted.unverified.length);
});
