import { describe, expect, it } from "vitest";
import { offeredDecision } from "../../../tools/decision/offered.ts";
import { DecisionQuestion } from "../../../tools/decision/question.ts";

describe("offeredDecision", () => {
  it("asks everything that the tree asks", () => {
    expect(Object.keys(offeredDecision.shape).sort()).toEqual(Object.keys(DecisionQuestion.shape).sort());
  });
});
