import { describe, expect, it } from "vitest";
import { AppError } from "../../../knowledge/errors.ts";
import { orComposed, toModelError } from "../../../server/agent/finish.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

describe("orComposed()", () => {
  it("keeps what the model said", () => {
    expect(orComposed("It fits.", "?", [], knowledge)).toBe("It fits.");
  });

  it("composes the answer from the tool results where the model said nothing", async () => {
    const fit = await callTool("memory-fit", {
      device: "orin-nx-16gb",
      workloads: [{ model: "llama-3.1-8b" }],
    });
    expect(orComposed(" \n", "Does it fit?", [fit], knowledge)).toMatch(/Yes, it fits/);
  });
});

describe("toModelError()", () => {
  it("says what to do and nothing of the address", () => {
    const error = toModelError("qwen3:4b", new Error("connect ECONNREFUSED 10.0.0.7:11434"));
    expect(error).toMatchObject({ code: "llm-unreachable" });
    expect(error.message).toMatch(/qwen3:4b.*built-in/);
    expect(error.message).not.toMatch(/10\.0\.0\.7/);
  });

  it("hands on an error that already is for people", () => {
    const error = new AppError("unknown-id", "Cannot find it.");
    expect(toModelError("m", error)).toBe(error);
  });
});
