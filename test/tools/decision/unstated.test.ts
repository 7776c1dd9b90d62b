import { describe, expect, it } from "vitest";
import { toAssumptions } from "../../../tools/decision/unstated.ts";
import { askRules } from "../../../tools/decision-rules.ts";

const assumptionsFor = (question: Parameters<typeof askRules>[0]) =>
  toAssumptions(question, askRules(question).asked);

describe("toAssumptions()", () => {
  it("states one assumption for every field left out of an empty question", () => {
    expect(assumptionsFor({})).toHaveLength(11);
  });

  it("states none for what the rules did not ask before one applied", () => {
    expect(assumptionsFor({ application: "battery-sensor", budgetUsd: 100 })).toEqual([
      "no power budget given: power does not decide",
    ]);
  });

  it("counts an answer of no or zero as given", () => {
    const assumptions = assumptionsFor({ battery: false, streams: 0 });
    expect(assumptions.join()).not.toMatch(/battery|streams/);
  });
});
