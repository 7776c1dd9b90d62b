import { expect, it } from "vitest";
import { ADVISOR_CONTEXT, usualNeeds } from "../../../server/doctor/needs.ts";

it("the advisor's context holds its longest prompt and an answer, and half of it would not", () => {
  const wanted = usualNeeds.promptTokens + usualNeeds.answerTokens;
  expect(ADVISOR_CONTEXT).toBeGreaterThanOrEqual(wanted);
  expect(ADVISOR_CONTEXT / 2).toBeLessThan(wanted);
});
