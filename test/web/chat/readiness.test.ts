import { describe, expect, it } from "vitest";
import { toReadiness } from "../../../web/chat/readiness.ts";

const error = { code: "llm-model-missing", message: "Cannot find qwen3:4b.", fix: "ollama pull qwen3:4b" };

describe("toReadiness()", () => {
  it.each([
    [
      { status: "ready", model: "qwen3:4b" },
      { state: "ready", model: "qwen3:4b" },
    ],
    [{ error }, { state: "not-ready", ...error }],
    [
      { error: { code: "llm-loading", message: "It loads." } },
      { state: "not-ready", code: "llm-loading", message: "It loads." },
    ],
    [undefined, { state: "unknown" }],
    ["<html>", { state: "unknown" }],
  ])("reads %j", (body, readiness) => {
    expect(toReadiness(body)).toEqual(readiness);
  });
});
