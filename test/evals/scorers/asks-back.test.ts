import { describe, expect, it } from "vitest";
import { asksBackScorer } from "../../../evals/scorers/asks-back.ts";
import { faultOf, judge, subjectFor } from "../../fixtures/eval-subject.ts";

const subject = await subjectFor("Does it fit?", { asks: ["model", "board"] });

describe("asksBackScorer", () => {
  it("says nothing where nothing is missing", async () => {
    expect(await judge(asksBackScorer, await subjectFor("Thanks!"))).toBeUndefined();
  });

  it.each([
    ["Which model do you want to run, and on which board?", ""],
    ["Name the model and the Jetson.", ""],
    ["No model and no board was recognised. Name one that is on record.", ""],
    ["Which board do you have?", "It does not ask for the model."],
    ["The model fits on the board.", "It does not ask for the model. It does not ask for the board."],
    [
      'Try: "Which model fits on which board?"',
      "It does not ask for the model. It does not ask for the board.",
    ],
  ])("hears “%s”", async (answer, fault) => {
    expect(await faultOf(asksBackScorer, subject, { answer })).toBe(fault);
  });
});
