import { describe, expect, it } from "vitest";
import { costsOf, nearestRank } from "../../../evals/report/costs.ts";
import { scoredTrial } from "../../fixtures/eval-run.ts";

describe("nearestRank()", () => {
  const values = Array.from({ length: 20 }, (_, index) => 20 - index);

  it.each([
    { share: 0.5, value: 10 },
    { share: 0.95, value: 19 },
    { share: 1, value: 20 },
    { share: 0, value: 1 },
  ])("gives $value as what a share of $share of 1 to 20 stays within", ({ share, value }) => {
    expect(nearestRank(values, share)).toBe(value);
  });

  it("is 0 of nothing", () => {
    expect(nearestRank([], 0.5)).toBe(0);
  });
});

describe("costsOf()", () => {
  it("adds up what a model took: 300 tokens in 10 s are 30 a second", () => {
    const model = { requests: 2, inputTokens: 1000, ownWords: true };
    const costs = costsOf([
      scoredTrial("a", {}, { metrics: { ...model, outputTokens: 100, writingMs: 4000, struck: 1 } }).metrics,
      scoredTrial("b", {}, { metrics: { ...model, outputTokens: 200, writingMs: 6000, ownWords: false } })
        .metrics,
    ]);
    expect(costs).toMatchObject({ requests: 4, inputTokens: 2000, outputTokens: 300, tokensPerSecond: 30 });
    expect(costs).toMatchObject({ struck: 1, ownWords: 1, toolCalls: 2, medianMs: 100 });
  });

  it("has no speed where nobody wrote", () => {
    expect(costsOf([scoredTrial("a", {}).metrics])).not.toHaveProperty("tokensPerSecond");
  });
});
