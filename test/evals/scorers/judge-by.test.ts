import { describe, expect, it } from "vitest";
import { judgeBy } from "../../../evals/scorers/judge-by.ts";

describe("judgeBy()", () => {
  it("passes what has no fault", () => {
    expect(judgeBy([])).toEqual({ passed: true });
  });

  it("names the first three faults, each once", () => {
    expect(judgeBy(["One.", "One.", "Two.", "Three.", "Four."])).toEqual({
      passed: false,
      reason: "One. Two. Three.",
    });
  });
});
