import { describe, expect, it } from "vitest";
import { LeaderboardRow } from "../../../evals/report/leaderboard.ts";
import { toLeaderboardRow } from "../../../evals/report/leaderboard-row.ts";
import type { RunHeader } from "../../../evals/trial.ts";
import { errorTrial, runOf, scoredTrial } from "../../fixtures/eval-run.ts";

const metrics = { requests: 1, outputTokens: 100, writingMs: 5000, ownWords: true };
const checked = (header: Partial<RunHeader> = {}) =>
  runOf(
    [
      scoredTrial("a", { verdict: true }, { metrics: { ...metrics, struck: 1 } }),
      scoredTrial("b", { verdict: true }, { metrics: { ...metrics, ownWords: false } }),
    ],
    header,
  );
const alone = (header: Partial<RunHeader> = {}) =>
  runOf([scoredTrial("a", { verdict: false }), errorTrial("b")], { checked: false, ...header });

describe("toLeaderboardRow()", () => {
  it("puts the two runs side by side", () => {
    const row = toLeaderboardRow(checked(), alone(), { totalBytes: 6.1e9, gpuBytes: 3.05e9 });
    expect(row).toMatchObject({
      checked: { right: 1, cases: 2, errors: 0 },
      alone: { right: 0, cases: 1, errors: 1 },
      speed: "20 tok/s",
      ownWords: 0.5,
      struckPerHundred: 50,
      memory: "6.10 GB",
      onGpu: 0.5,
      date: "2026-11-28",
    });
    expect(LeaderboardRow.parse(row)).toEqual(row);
  });

  it("leaves open what no server told", () => {
    expect(toLeaderboardRow(checked(), alone(), undefined)).toMatchObject({ memory: null, onGpu: null });
  });

  it.each([
    { why: "differ in casesHash", first: checked({ casesHash: "other" }), second: alone() },
    { why: "differ in model, machine", first: checked(), second: alone({ model: "b", machine: "desk" }) },
    { why: "wanted the first with the check", first: checked({ checked: false }), second: alone() },
    { why: "wanted the first with the check", first: checked(), second: alone({ checked: true }) },
    { why: "3 trials are missing", first: checked({ cases: 5 }), second: alone({ cases: 5 }) },
    { why: "nothing was scored", first: checked(), second: runOf([errorTrial("a")], { checked: false }) },
  ])("refuses runs of which it can say: $why", ({ why, first, second }) => {
    expect(() => toLeaderboardRow(first, second, undefined)).toThrow(why);
  });
});
