import { describe, expect, it } from "vitest";
import { AppError } from "../../../knowledge/errors.ts";
import { toModelError } from "../../../server/agent/model-failure.ts";

describe("toModelError()", () => {
  it("says what to do and nothing of the address", () => {
    const error = toModelError("qwen3:4b", new Error("connect ECONNREFUSED 10.0.0.7:11434"));
    expect(error).toMatchObject({ code: "llm-bad-response" });
    expect(error.message).toMatch(/qwen3:4b.*doctor/);
    expect(error.message).not.toMatch(/10\.0\.0\.7/);
  });

  it("hands on an error that already is for people, also where it is the cause of another", () => {
    const error = new AppError("llm-stalled", "Cannot go on.");
    expect(toModelError("m", error)).toBe(error);
    expect(toModelError("m", new Error("wrapped", { cause: error }))).toBe(error);
  });
});
