import { describe, expect, it } from "vitest";
import { compareRuns, exitCodeOf } from "../../../evals/report/compare.ts";
import { parseMaxDrop } from "../../../evals/report/max-drop.ts";
import type { Trial } from "../../../evals/trial.ts";
import { errorTrial, runOf, scoredTrial } from "../../fixtures/eval-run.ts";

const none = new Map<string, number>();
const ids = Array.from({ length: 10 }, (_, index) => `case-${index}`);
/** Ten cases, of which the first so many are wrong. */
const withWrong = (count: number, from = 0) =>
  runOf(
    ids.map((id, index) => scoredTrial(id, { verdict: index < from || index >= from + count, tools: true })),
  );
const changeOf = (comparison: ReturnType<typeof compareRuns>, scorer: string) =>
  comparison.changes.find((change) => change.scorer === scorer);

describe("compareRuns()", () => {
  it("finds the cases that changed sides, by scorer and overall", () => {
    const comparison = compareRuns(withWrong(1, 0), withWrong(2, 8), none);
    expect(changeOf(comparison, "verdict")).toMatchObject({ cases: 10, before: 0.9, after: 0.8 });
    expect(changeOf(comparison, "all")?.worse.map((pair) => pair.case)).toEqual(["case-8", "case-9"]);
    expect(changeOf(comparison, "all")?.better.map((pair) => pair.case)).toEqual(["case-0"]);
    expect(changeOf(comparison, "tools")).toMatchObject({ better: [], worse: [], chance: 1 });
  });

  it("takes 5 of 5 flips for what may be chance, and 9 of 9 not: 2 ÷ 512 for three tests at once", () => {
    expect(changeOf(compareRuns(withWrong(0), withWrong(5), none), "verdict")?.isBeyondChance).toBe(false);
    const nine = changeOf(compareRuns(withWrong(0), withWrong(9), none), "verdict");
    expect(nine?.chance).toBeCloseTo((3 * 2) / 512, 12);
    expect(nine?.isBeyondChance).toBe(true);
  });

  it("keeps a fall of exactly what is allowed, and breaks on the next case", () => {
    const allowed = parseMaxDrop("verdict=0.1");
    expect(compareRuns(withWrong(2), withWrong(3), allowed).broken).toEqual([]);
    expect(compareRuns(withWrong(2), withWrong(4), allowed).broken).toEqual([
      "verdict fell by 20 points, 10 are allowed.",
    ]);
  });

  it("demands nothing of scorers that are not named", () => {
    const comparison = compareRuns(withWrong(0), withWrong(10), parseMaxDrop("tools=0"));
    expect(exitCodeOf(comparison)).toBe(0);
  });

  it("does not let cases hide in errors", () => {
    const after = runOf([errorTrial("case-0"), ...withWrong(0).trials.slice(1)]);
    expect(exitCodeOf(compareRuns(withWrong(0), after, none))).toBe(0);
    const strict = compareRuns(withWrong(0), after, parseMaxDrop("verdict=0"));
    expect(strict).toMatchObject({ lost: ["case-0"], broken: ["1 of 10 cases end in errors now, 0 % may."] });
    expect(exitCodeOf(strict)).toBe(1);
    expect(exitCodeOf(compareRuns(withWrong(0), after, parseMaxDrop("verdict=0,errors=0.1")))).toBe(0);
  });

  it("breaks where there is nothing to compare a demand by", () => {
    const other: Trial[] = [scoredTrial("other", { verdict: true })];
    expect(compareRuns(withWrong(0), runOf(other), parseMaxDrop("verdict=0")).broken).toEqual([
      "verdict: no case was judged both before and after.",
    ]);
  });

  it("lists cases that only one run has, and what the runs differ in", () => {
    const [before, after] = [
      ["a", "b"],
      ["b", "c"],
    ].map((own) => own.map((id) => scoredTrial(id, { verdict: true })));
    const comparison = compareRuns(runOf(before ?? []), runOf(after ?? [], { model: "other" }), none);
    expect(comparison).toMatchObject({
      onlyBefore: ["a"],
      onlyAfter: ["c"],
      differences: ["model: a-model → other"],
    });
  });

  it("compares shares of trials where cases were asked several times", () => {
    const times = (passed: number) =>
      runOf([1, 2, 3].map((trial) => scoredTrial("a", { verdict: trial <= passed }, { trial })));
    const comparison = compareRuns(times(3), times(1), none);
    expect(changeOf(comparison, "verdict")?.worse[0]).toMatchObject({
      before: { passed: 3, scored: 3 },
      after: { passed: 1, scored: 3 },
    });
  });

  it("refuses a demand on a scorer that neither run has", () => {
    expect(() => compareRuns(withWrong(0), withWrong(0), parseMaxDrop("verdit=0"))).toThrow(
      "Cannot compare by verdit: these runs have all, errors, verdict, tools.",
    );
  });
});
