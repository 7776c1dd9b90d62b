import { describe, expect, it } from "vitest";
import { explanations, missedBars } from "../../../evals/backtest/findings.ts";
import { prepareQuantities } from "../../../evals/backtest/quantities.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const prepared = prepareQuantities(knowledge);

describe("findings", () => {
  it("explain runs that are tested", () => {
    const ids = new Set(prepared.flatMap(({ tests }) => tests.map(({ own }) => own.id)));
    expect(Object.keys(explanations).filter((id) => !ids.has(id))).toEqual([]);
  });

  it("speak of quantities that are tested", () => {
    const ids = prepared.map(({ quantity }) => quantity.id);
    for (const { quantity } of missedBars) expect(ids).toContain(quantity);
  });
});
