import { describe, expect, it } from "vitest";
import { prepareQuantities } from "../../../evals/backtest/quantities.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

/** Nobody asked for a bar: short prompts hang on overheads, and few have timed first tokens and towers. */
const unbarred = ["projector-size", "loaded-weights", "prefill-short", "first-token", "vision"];

describe("prepareQuantities()", () => {
  const prepared = prepareQuantities(knowledge);

  it("has a bar for each quantity, and cases with an id, a model and a source", () => {
    expect(new Set(prepared.map(({ quantity }) => quantity.id)).size).toBe(prepared.length);
    for (const { quantity, tests } of prepared) {
      expect(quantity.bar !== null || unbarred.includes(quantity.id), quantity.id).toBe(true);
      for (const { own } of tests) expect(Boolean(own.id && own.model && own.source)).toBe(true);
    }
  });

  it("names sources that are on record", () => {
    const sources = new Set(prepared.flatMap(({ tests }) => tests.map(({ own }) => own.source)));
    for (const source of sources) expect(knowledge.source(source).title).not.toBe("");
  });
});
