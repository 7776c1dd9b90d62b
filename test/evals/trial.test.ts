import { describe, expect, it } from "vitest";
import { Trial } from "../../evals/trial.ts";

const which = { case: "fit/grid", tags: ["fit"], trial: 1 };

describe("Trial", () => {
  it("is an error with code and message, and then has no scores", () => {
    const error = { code: "llm-unreachable", message: "Cannot reach the model." };
    expect(Trial.parse({ ...which, status: "error", error, scores: [] })).toEqual({
      ...which,
      status: "error",
      error,
    });
  });

  it("is not scored without metrics and a trace", () => {
    expect(Trial.safeParse({ ...which, status: "scored", scores: [] }).success).toBe(false);
  });
});
