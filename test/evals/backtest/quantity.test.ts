import { describe, expect, it } from "vitest";
import { prepare } from "../../../evals/backtest/quantity.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

describe("prepare()", () => {
  it("draws up cases with what peers say of them, and asks the tools only when told with which knowledge", async () => {
    const { quantity, tests } = prepare(
      {
        id: "halves",
        title: "Halves",
        unit: "B",
        bar: null,
        fitted: false,
        cases: () => [{ id: "a", model: "m", source: "s", label: "l", measured: 4, twice: 8 }],
        estimate: async ({ twice }, view) => (view === knowledge ? { expected: twice / 2 } : null),
        peers: { "a peer": ({ twice }) => twice, "a silent peer": () => null },
      },
      knowledge,
    );
    expect(quantity).toEqual({ id: "halves", title: "Halves", unit: "B", bar: null, fitted: false });
    expect(tests.map(({ peers }) => peers)).toEqual([{ "a peer": 8, "a silent peer": null }]);
    expect(await tests[0]?.estimate(knowledge)).toEqual({ expected: 4 });
    expect(await tests[0]?.estimate({ ...knowledge })).toBeNull();
  });
});
