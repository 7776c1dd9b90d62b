import { describe, expect, it } from "vitest";
import { AppError } from "../../../knowledge/errors.ts";
import {
  modelError,
  modelErrorOf,
  pullCommand,
  toErrorEvent,
} from "../../../server/backends/model-errors.ts";

const stalled = modelError("llm-stalled");

describe("modelError()", () => {
  it("has a fixed sentence that says what to do, and keeps its cause", () => {
    const cause = new Error("connect ECONNREFUSED 10.0.0.7:11434");
    const error = modelError("llm-unreachable", { cause });
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "llm-unreachable", cause });
    expect(error.message).toMatch(/^Cannot .*: .*\. .*\.$/);
    expect(error.message).not.toContain("10.0.0.7");
  });

  it.each([
    { model: "qwen3:4b", kind: "ollama" as const, step: "Run: ollama pull qwen3:4b" },
    { model: "x; rm -rf ~", kind: "ollama" as const, step: "Name one that it serves with --model." },
    { model: "Qwen/Qwen3-4B", kind: "vllm" as const, step: "Name one that it serves with --model." },
  ])("says of the missing model $model on $kind: $step", ({ step, ...subject }) => {
    expect(modelError("llm-model-missing", { subject }).message).toBe(
      `Cannot use the model "${subject.model}": the server does not have it. ${step}`,
    );
  });
});

describe("pullCommand()", () => {
  it.each([
    ["hf.co/unsloth/Qwen3-4B-GGUF:Q4_K_M", "ollama pull hf.co/unsloth/Qwen3-4B-GGUF:Q4_K_M"],
    ["-q", undefined],
    ["$(reboot)", undefined],
  ])("gives for %s %s", (model, command) => {
    expect(pullCommand({ model, kind: "ollama" })).toBe(command);
  });
});

describe("modelErrorOf()", () => {
  it.each([
    { what: "the error itself", thrown: stalled },
    { what: "a cause", thrown: new Error("outer", { cause: new Error("inner", { cause: stalled }) }) },
    { what: "the errors of a retry", thrown: Object.assign(new Error("retry"), { errors: [1, stalled] }) },
    { what: "the last error of a retry", thrown: Object.assign(new Error("retry"), { lastError: stalled }) },
    { what: "an event of the stream", thrown: toErrorEvent(stalled).error },
    {
      what: "the data of a stream error",
      thrown: Object.assign(new Error("x"), { data: toErrorEvent(stalled).error }),
    },
  ])("finds it as $what", ({ thrown }) => {
    expect(modelErrorOf(thrown)).toMatchObject({ code: "llm-stalled", message: stalled.message });
  });

  const loop: { cause?: unknown } = {};
  loop.cause = loop;
  it.each([
    { what: "nothing", thrown: undefined },
    { what: "a word", thrown: "llm-stalled" },
    { what: "another error", thrown: new Error("x") },
    { what: "an error of another kind", thrown: new AppError("invalid-input", "No.") },
    { what: "a code that a server made up", thrown: { type: "advisor", code: "constructor", message: "x" } },
    { what: "a code without our mark", thrown: { type: "api_error", code: "llm-stalled", message: "x" } },
    { what: "errors that contain themselves", thrown: loop },
  ])("finds none in $what", ({ thrown }) => {
    expect(modelErrorOf(thrown)).toBeUndefined();
  });
});

describe("toErrorEvent()", () => {
  it("carries code and sentence, and no cause", () => {
    const event = toErrorEvent(modelError("llm-oom", { cause: new Error("secret") }));
    expect(event).toEqual({
      error: { type: "advisor", code: "llm-oom", message: modelError("llm-oom").message },
    });
  });
});
