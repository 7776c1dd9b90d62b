import { describe, expect, it } from "vitest";
import { selectCases } from "../../../evals/run/select-cases.ts";
import { evalCase } from "../../fixtures/eval-case.ts";

const cases = [
  evalCase("fit/one", { tags: ["fit"] }),
  evalCase("fit/two", { tags: ["fit", "slow"] }),
  evalCase("speed/one", { tags: ["speed"] }),
];

describe("selectCases()", () => {
  it.each([
    { selection: {}, ids: ["fit/one", "fit/two", "speed/one"] },
    { selection: { tags: ["speed", "slow"] }, ids: ["fit/two", "speed/one"] },
    { selection: { tags: ["!slow"] }, ids: ["fit/one", "speed/one"] },
    { selection: { tags: ["fit", "!slow"] }, ids: ["fit/one"] },
    { selection: { only: "fit/" }, ids: ["fit/one", "fit/two"] },
    { selection: { only: "fit/two" }, ids: ["fit/two"] },
    { selection: { only: "fit/", tags: ["!slow"] }, ids: ["fit/one"] },
  ])("selects $ids by $selection", ({ selection, ids }) => {
    expect(selectCases(cases, selection).map(({ id }) => id)).toEqual(ids);
  });

  it.each([["fitt"], ["!fitt"]])(
    "refuses %s, which no case has, and names the tags that there are",
    (tag) => {
      expect(() => selectCases(cases, { tags: [tag] })).toThrow(/"fitt".*fit, slow, speed/);
    },
  );

  it("refuses to select nothing", () => {
    expect(() => selectCases(cases, { only: "fits" })).toThrow(/begins with "fits".*fit, speed/);
    expect(() => selectCases(cases, { tags: ["speed", "!speed"] })).toThrow(/none has these tags/);
  });
});
