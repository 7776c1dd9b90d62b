import { describe, expect, it } from "vitest";
import { compareRuns } from "../../../evals/report/compare.ts";
import { sectionsOf } from "../../../evals/report/comparison-sections.ts";
import type { Trial } from "../../../evals/trial.ts";
import { errorTrial, runOf, scoredTrial } from "../../fixtures/eval-run.ts";

const sections = (before: Trial[], after: Trial[]) =>
  sectionsOf(compareRuns(runOf(before), runOf(after), new Map()));

describe("sectionsOf()", () => {
  it("tells each flip with its scorer and reason", () => {
    const [a, b] = [
      { verdict: true, tools: true },
      { verdict: false, tools: true },
    ];
    expect(
      sections([scoredTrial("x", a), scoredTrial("y", b)], [scoredTrial("x", b), scoredTrial("y", a)]),
    ).toEqual([
      { title: "Worse", lines: ["x: passed → failed (verdict) – verdict: verdict is wrong"] },
      { title: "Better", lines: ["y: failed → passed (verdict) – verdict: verdict is wrong"] },
    ]);
  });

  it("tells apart a case that fails as before, but by another scorer", () => {
    const titles = sections(
      [scoredTrial("x", { verdict: false, tools: true })],
      [scoredTrial("x", { verdict: true, tools: false })],
    ).map(({ title }) => title);
    expect(titles).toEqual([
      "Fail as before, but worse by a scorer",
      "Fail as before, but better by a scorer",
    ]);
  });

  it("counts trials where there were several", () => {
    const times = (passed: number) =>
      [1, 2].map((trial) => scoredTrial("x", { verdict: trial <= passed }, { trial }));
    expect(sections(times(2), times(1))[0]?.lines[0]).toMatch(/^x: 2\/2 → 1\/2 \(verdict\)/);
  });

  it("lists errors that came and went", () => {
    const right = { verdict: true };
    expect(
      sections([scoredTrial("x", right), errorTrial("y")], [errorTrial("x"), scoredTrial("y", right)]),
    ).toEqual([
      { title: "Judged before, errors now", lines: ["x"] },
      { title: "Errors before, judged now", lines: ["y"] },
    ]);
  });

  it("has nothing to say of a run and itself", () => {
    const same = [scoredTrial("x", { verdict: false })];
    expect(sections(same, same)).toEqual([]);
  });
});
