import { describe, expect, it } from "vitest";
import { missedBy, parseGates, strictGates } from "../../../evals/run/gates.ts";
import { errorTrial, runOf, scoredTrial } from "../../fixtures/eval-run.ts";

const [right, wrong] = [
  { verdict: true, tools: true },
  { verdict: false, tools: true },
];
const threeOfFour = runOf([...["a", "b", "c"].map((id) => scoredTrial(id, right)), scoredTrial("d", wrong)]);

describe("missedBy()", () => {
  it.each([
    { gates: strictGates, missed: ["all: 3 of 4 passed, wanted a share of 1"] },
    { gates: { all: 0.75 }, missed: [] },
    { gates: { verdict: 0.75, tools: 1 }, missed: [] },
    { gates: { verdict: 0.76 }, missed: ["verdict: 3 of 4 passed, wanted a share of 0.76"] },
    { gates: { verdit: 0.5 }, missed: ["verdit: it judged nothing"] },
  ])("finds $missed by $gates", ({ gates, missed }) => {
    expect(missedBy(threeOfFour, { gates, maxErrors: 0 })).toEqual(missed);
  });

  it("counts errors beside the gates, and lets as many be as it is told", () => {
    const run = runOf([scoredTrial("a", right), errorTrial("b")]);
    expect(missedBy(run, { gates: strictGates, maxErrors: 0.49 })).toEqual([
      "errors: 1 of 2 trials, wanted a share of at most 0.49",
    ]);
    expect(missedBy(run, { gates: strictGates, maxErrors: 0.5 })).toEqual([]);
  });

  it.each([{ trials: [] }, { trials: [errorTrial("a")] }])(
    "takes no run for good that scored nothing",
    ({ trials }) => {
      expect(missedBy(runOf(trials), { gates: {}, maxErrors: 1 })).toEqual(["nothing was scored"]);
    },
  );
});

describe("parseGates()", () => {
  it("reads shares by scorer", () => {
    expect(parseGates("verdict=1, asks-back=.5,all=0.95")).toEqual({
      verdict: 1,
      "asks-back": 0.5,
      all: 0.95,
    });
  });

  it.each(["verdict", "verdict=2", "verdict=1.5", "verdict=95%", "=1"])("refuses %s", (text) => {
    expect(() => parseGates(text)).toThrow(/verdict=0.95/);
  });
});
