import { describe, expect, it } from "vitest";
import { replaceMeasurements } from "../../evals/knowledge-view.ts";
import { aggregateSpeed, isTrusted, runContext, usableRuns } from "../../evals/runs.ts";
import { Measurement } from "../../knowledge/evidence-schema.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const run = (id: string, change: object = {}) => ({
  ...Measurement.parse({
    id,
    device: "agx-orin-64gb",
    model: "qwen3-8b",
    quantization: "q4-k-m",
    runtime: "llama-cpp",
    metric: "decode",
    value: 20,
    confidence: "high",
    ...change,
  }),
  source: "s",
});
const ids = (...rows: ReturnType<typeof run>[]) =>
  usableRuns(replaceMeasurements(knowledge, rows), ["decode"]).map(({ row }) => row.id);

describe("usableRuns()", () => {
  it.each([
    { what: "an implausible run", change: { plausible: false } },
    { what: "a doubtful one", change: { confidence: "low" } },
    { what: "one before warm-up", change: { coldStart: true } },
    { what: "another metric", change: { metric: "prefill" } },
    { what: "a model nobody knows", change: { model: "Unknown-7B" } },
    { what: "an engine nobody knows", change: { runtime: "unstated" } },
  ])("leaves out $what", ({ change }) => {
    expect(ids(run("a"), run("b", { value: 21, ...change }))).toEqual(["a"]);
  });

  it("takes a run that is printed twice once, and of one configuration the newest software", () => {
    expect(ids(run("a"), run("b"))).toEqual(["a"]);
    expect(ids(run("a", { date: "2025-08" }), run("b", { value: 30, date: "2025-09" }))).toEqual(["b"]);
    expect(ids(run("a"), run("b", { contextTokens: 100 }))).toEqual(["a", "b"]);
  });
});

describe("runContext()", () => {
  it.each([
    { change: { contextTokens: 2176, promptTokens: 2048 }, tokens: 2176 },
    { change: { promptTokens: 61 }, tokens: 61 },
    { change: { contextTokens: 0 }, tokens: 1 },
    { change: {}, tokens: 512 },
  ])("is what the source states, else few: $change", ({ change, tokens }) => {
    expect(runContext(run("a", change), knowledge)).toBe(tokens);
  });
});

describe("aggregateSpeed()", () => {
  it("is what all streams have together, whether a source prints that or what each has", () => {
    expect(aggregateSpeed(run("a", { concurrency: 8 }))).toBe(160);
    expect(aggregateSpeed(run("a", { concurrency: 8, metric: "aggregate" }))).toBe(20);
  });
});

describe("isTrusted()", () => {
  it.each([
    { change: {}, trusted: true },
    { change: { confidence: "medium" }, trusted: true },
    { change: { confidence: "low" }, trusted: false },
    { change: { plausible: false }, trusted: false },
  ])("is $trusted of $change", ({ change, trusted }) => {
    expect(isTrusted(run("a", change))).toBe(trusted);
  });
});
