import { describe, expect, it } from "vitest";
import { mergeRuns } from "../../../evals/run/merge-runs.ts";
import type { Trial } from "../../../evals/trial.ts";
import { errorTrial, runOf, scoredTrial } from "../../fixtures/eval-run.ts";

const named = (path: string, trials: Trial[], header: Parameters<typeof runOf>[1] = {}) => ({
  path,
  run: runOf(trials, { cases: 3, trials: 1, ...header }),
});
const [a, b, c] = ["a", "b", "c"].map((id) => scoredTrial(id, { verdict: true }));
if (!a || !b || !c) throw new Error("three trials were made");

describe("mergeRuns()", () => {
  it("has the trials of all shards by case, the earliest start and every machine", () => {
    const merged = mergeRuns([
      named("1.jsonl", [c, a], { startedAt: "2026-11-28T08:00:00Z", machine: "Thor" }),
      named("2.jsonl", [b], { startedAt: "2026-11-28T07:00:00Z", machine: "Orin" }),
    ]);
    expect(merged.trials.map((trial) => trial.case)).toEqual(["a", "b", "c"]);
    expect(merged.header).toMatchObject({ startedAt: "2026-11-28T07:00:00Z", machine: "Thor + Orin" });
  });

  it("refuses other runs and says what differs", () => {
    expect(() => mergeRuns([named("1", [a]), named("2", [b], { mode: "free" })])).toThrow(
      "1 and 2 are of different runs: mode guided against free",
    );
  });

  it("takes the same result twice for one, and refuses another one", () => {
    expect(mergeRuns([named("1", [a]), named("2", [structuredClone(a), b])]).trials).toEqual([a, b]);
    const other = scoredTrial("a", { verdict: false });
    expect(() => mergeRuns([named("1", [a]), named("2", [other])])).toThrow(
      /2 has another result for trial 1 of a/,
    );
  });

  it("takes a score for an error of the same trial, in whatever order they come", () => {
    const error = errorTrial("a");
    expect(mergeRuns([named("1", [error]), named("2", [a])]).trials).toEqual([a]);
    expect(mergeRuns([named("1", [a]), named("2", [error])]).trials).toEqual([a]);
  });
});
