import { describe, expect, it } from "vitest";
import { reasonsScorer } from "../../../evals/scorers/reasons.ts";
import { faultOf, judge, subjectFor } from "../../fixtures/eval-subject.ts";

const subject = await subjectFor("Thanks!", { says: [["no FP4", "without FP4"]], avoids: ["buy a laptop"] });

describe("reasonsScorer", () => {
  it("says nothing where nothing is wanted", async () => {
    expect(await judge(reasonsScorer, await subjectFor("Thanks!"))).toBeUndefined();
  });

  it.each([
    ["Orin has **no FP4** hardware.", ""],
    ["Orin is without fp4.", ""],
    ["Orin lacks it.", "It does not say “no FP4” or “without FP4”."],
    ["No FP4: buy a laptop.", "It says “buy a laptop”, which must not be said."],
  ])("hears “%s”", async (answer, fault) => {
    expect(await faultOf(reasonsScorer, subject, { answer })).toBe(fault);
  });
});
