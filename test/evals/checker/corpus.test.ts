import { describe, expect, it } from "vitest";
import { phrasedCases } from "../../../evals/checker/corpus.ts";
import { names } from "../../fixtures/check-evidence.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("phrasedCases()", () => {
  it("gives the same right and wrong texts for the same seed, each wrong one with its place", async () => {
    const cases = await phrasedCases(knowledge, names, 5, 1);
    expect((await phrasedCases(knowledge, names, 5, 1)).map(({ text }) => text)).toEqual(
      cases.map(({ text }) => text),
    );
    for (const { isWrong, wrong, text } of cases) {
      expect(wrong.length > 0).toBe(isWrong);
      expect(wrong.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
    }
    expect(cases.filter(({ isWrong }) => !isWrong).length).toBeGreaterThan(100);
  });
});
