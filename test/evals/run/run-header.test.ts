import { describe, expect, it } from "vitest";
import { headerDifferences } from "../../../evals/run/run-header.ts";
import { runOf } from "../../fixtures/eval-run.ts";

const { header } = runOf([]);

describe("headerDifferences()", () => {
  it("lets two machines and two days share a run", () => {
    expect(headerDifferences(header, { ...header, machine: "another", startedAt: "2027-01-01" })).toEqual([]);
  });

  it.each([
    { model: "b" },
    { mode: "free" as const },
    { checked: false },
    { trials: 9 },
    { cases: 9 },
    { casesHash: "f" },
  ])("names the difference of %o", (change) => {
    const [field = "", value] = Object.entries(change)[0] ?? [];
    expect(headerDifferences(header, { ...header, ...change })).toEqual([
      `${field} ${Reflect.get(header, field)} against ${value}`,
    ]);
  });
});
