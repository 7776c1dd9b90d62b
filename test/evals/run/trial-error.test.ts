import { describe, expect, it } from "vitest";
import { UnansweredError } from "../../../evals/run/ask-turns.ts";
import { toErrorTrial, toTrialProblem } from "../../../evals/run/trial-error.ts";
import { AppError } from "../../../knowledge/errors.ts";

describe("toTrialProblem()", () => {
  it.each([
    { thrown: new AppError("unknown-id", "No such board."), code: "unknown-id", message: "No such board." },
    {
      thrown: new UnansweredError({ code: "llm-stalled", message: "It stopped." }),
      code: "llm-stalled",
      message: "It stopped.",
    },
    {
      thrown: new DOMException("aborted", "TimeoutError"),
      code: "timeout",
      message: "Cannot wait longer: the time of the trial is up.",
    },
    { thrown: "a word", code: "crashed", message: "a word" },
  ])("keeps $code of what was thrown", ({ thrown, code, message }) => {
    expect(toTrialProblem(thrown)).toEqual({ code, message });
  });

  it("keeps of a surprise where it happened, and no more", () => {
    const { code, message } = toTrialProblem(new TypeError("x is not a function"));
    expect(code).toBe("crashed");
    expect(message).toMatch(/^TypeError: x is not a function\n.*trial-error\.test\.ts/);
    expect(message.split("\n").length).toBeLessThanOrEqual(4);
  });
});

describe("toErrorTrial()", () => {
  it("has the case with its tags and no scores", () => {
    const error = { code: "timeout", message: "Too long." };
    expect(toErrorTrial({ case: "a", trial: 2 }, { tags: ["fit"] }, error)).toEqual({
      status: "error",
      case: "a",
      trial: 2,
      tags: ["fit"],
      error,
    });
  });
});
