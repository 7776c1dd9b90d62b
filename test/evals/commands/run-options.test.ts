import { describe, expect, it } from "vitest";
import { type AskOptions, planRun } from "../../../evals/commands/run-options.ts";
import { usualLimits } from "../../../evals/scorers/scorers.ts";

const options: AskOptions = { cases: "cases", trials: 1, timeout: 300, limit: usualLimits, resume: false };
const checked = { checked: true };

describe("planRun()", () => {
  it("asks a model one question at a time, and the built-in answerer as many as there are cores, up to two", () => {
    expect(planRun(options, { model: "qwen3:4b" }, checked, "r").concurrency).toBe(1);
    expect(planRun(options, { model: "built-in" }, checked, "r").concurrency).toBeLessThanOrEqual(2);
    expect(planRun({ ...options, concurrency: 8 }, { model: "qwen3:4b" }, checked, "r").concurrency).toBe(8);
  });

  it("takes the time of a trial in seconds", () => {
    expect(planRun(options, { model: "m" }, checked, "r").timeoutMs).toBe(300_000);
  });

  it.each([
    { model: "qwen3:4b", place: checked, file: "r/qwen3-4b-guided.jsonl" },
    {
      model: "Qwen/Qwen3-4B-AWQ",
      place: { checked: false },
      file: "r/Qwen-Qwen3-4B-AWQ-guided-unchecked.jsonl",
    },
    {
      model: "built-in",
      place: { checked: true, shard: { index: 1, count: 4 } },
      file: "r/built-in-guided-1-of-4.jsonl",
    },
    { model: "m", place: { checked: true, out: "here.jsonl" }, file: "here.jsonl" },
  ])("keeps $model in $file", ({ model, place, file }) => {
    expect(planRun(options, { model }, place, "r").out).toBe(file);
  });
});
