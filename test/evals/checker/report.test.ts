import { describe, expect, it } from "vitest";
import { bars, formatReport, formatTables, missedBars, totalsOf } from "../../../evals/checker/report.ts";
import { scoreCase } from "../../../evals/checker/score.ts";
import { evidenceWith, makeFact } from "../../fixtures/check-evidence.ts";

const evidence = evidenceWith([makeFact("needed", 9e9, "B", "Jetson Orin NX 16GB")]);
const about = { id: "case", isHeldOut: false, evidence };
const scored = [
  scoreCase({ ...about, kind: "as shown", isWrong: false, text: "It needs 9 GB.", wrong: [] }),
  scoreCase({
    ...about,
    kind: "digit",
    isWrong: true,
    text: "It needs 8 GB.",
    wrong: [{ start: 9, end: 13 }],
  }),
  scoreCase({
    ...about,
    kind: "digit",
    isWrong: true,
    text: "It needs 9 GB.",
    wrong: [{ start: 9, end: 13 }],
  }),
];

describe("totalsOf()", () => {
  it("adds up", () => {
    expect(totalsOf(scored)).toEqual({
      cases: 3,
      wrong: 2,
      caught: 1,
      right: 1,
      alarmed: 0,
      claims: 1,
      falseAlarms: 0,
    });
  });
});

describe("missedBars()", () => {
  const good = {
    cases: bars.cases,
    wrong: 1000,
    caught: 990,
    right: 100,
    alarmed: 1,
    claims: 100,
    falseAlarms: 1,
  };

  it("is empty where all are reached", () => {
    expect(missedBars(good)).toEqual([]);
  });

  it.each([{ cases: 4999 }, { caught: 989 }, { alarmed: 2 }, { falseAlarms: 2 }])(
    "names what is missed: %j",
    (change) => {
      expect(missedBars({ ...good, ...change })).toHaveLength(1);
    },
  );
});

describe("formatReport()", () => {
  it("has the tables and lists what was not found", () => {
    expect(formatReport(scored)).toContain(formatTables(scored));
    expect(formatReport(scored)).toMatch(/not found, digit .*wrong: 9 GB/);
    expect(formatTables(scored)).toMatch(/\| digit \| 2 \| 1 \| 50\.00 % \|/);
  });
});
