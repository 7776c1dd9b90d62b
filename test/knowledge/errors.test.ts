import { describe, expect, it } from "vitest";
import { AppError, toErrorBody } from "../../knowledge/errors.ts";

describe("AppError", () => {
  it("carries code, message, candidates and cause", () => {
    const cause = new Error("disk");
    const error = new AppError("unknown-id", "Cannot find it.", { cause, candidates: ["a", "b"] });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: "AppError", code: "unknown-id", candidates: ["a", "b"] });
    expect(error.message).toBe("Cannot find it.");
    expect(error.cause).toBe(cause);
  });

  it("has no candidates and no cause of its own, when none are given", () => {
    const error = new AppError("internal", "Cannot go on.");
    expect(error.candidates).toEqual([]);
    expect(Object.hasOwn(error, "cause")).toBe(false);
  });
});

describe("toErrorBody()", () => {
  it("gives code, message and candidates of an AppError, and no more", () => {
    const error = new AppError("ambiguous-id", "Which?", { candidates: ["a"], cause: new Error("secret") });
    expect(toErrorBody(error)).toEqual({
      error: { code: "ambiguous-id", message: "Which?", candidates: ["a"] },
    });
  });

  it("leaves candidates out, when there are none", () => {
    expect(toErrorBody(new AppError("invalid-input", "No."))).toEqual({
      error: { code: "invalid-input", message: "No." },
    });
  });

  it.each([
    { what: "an Error", thrown: new TypeError("/home/user/secret.txt is not a function") },
    { what: "a string", thrown: "secret" },
    { what: "nothing", thrown: undefined },
    { what: "an object that looks like one of ours", thrown: { code: "unknown-id", message: "secret" } },
  ])("shows no internals of $what", ({ thrown }) => {
    const body = toErrorBody(thrown);
    expect(body.error.code).toBe("internal");
    expect(JSON.stringify(body)).not.toContain("secret");
  });
});
