import { describe, expect, it } from "vitest";
import { type Behaved, formatReport, formatTables, missedBars } from "../../../evals/self/report.ts";
import type { Tally } from "../../../evals/self/try-mutants.ts";

const tally: Tally = { kind: "number changed", scorer: "numbers", made: 2, right: 2, wrong: [] };
const behaved = (
  personality: string,
  isChecked: boolean,
  passed: boolean,
  shown: string[] = [],
): Behaved => ({
  personality,
  mode: "guided",
  isChecked,
  asked: [{ case: "a/b", scores: [{ scorer: "numbers", passed, reason: "why" }], degraded: false, shown }],
});
const missed = (tallies: Tally[], ...all: Behaved[]) => missedBars({ cases: 1, tallies, behaved: all });

describe("missedBars()", () => {
  it("is content where all faults are seen, good is right and the others show nothing wrong", () => {
    expect(
      missed(
        [tally],
        behaved("good", true, true),
        behaved("liar", true, false),
        behaved("liar", false, false, ["9 GB"]),
      ),
    ).toEqual([]);
  });

  it.each([
    ["a fault that nobody saw", [{ ...tally, right: 1, wrong: [{ case: "a/b", reason: "no" }] }], []],
    ["a fault that could not be made", [{ ...tally, made: 0, right: 0 }], []],
    ["good that fails", [], [behaved("good", true, false)]],
    ["noise that shows something wrong", [], [behaved("noise", true, true, ["9 GB"])]],
    ["a liar that is believed", [], [behaved("liar", false, true)]],
  ])("tells of %s", (_, tallies, all) => {
    expect(missed(tallies, ...all)).toHaveLength(1);
  });
});

it("formatTables() sets what the check shows beside what stands without it", () => {
  const report = {
    cases: 1,
    tallies: [tally],
    behaved: [behaved("liar", true, true), behaved("liar", false, false, ["9 GB"])],
  };
  expect(formatTables(report)).toContain("| number changed | numbers | 2 | 2 |");
  expect(formatTables(report)).toContain("| liar | guided | 1 | 100.0 % | 0.0 % | 100.0 % | 0.0 % | 0 | 1 |");
  expect(formatReport(report)).toContain("All bars are reached.");
});
