import { describe, expect, it } from "vitest";
import { fittedInterval, promptQuantities } from "../../../../evals/backtest/quantities/prompt.ts";
import { knowledge } from "../../../fixtures/knowledge.ts";

const casesOf = (id: string) =>
  promptQuantities.find((quantity) => quantity.id === id)?.cases(knowledge) ?? [];

describe("promptQuantities", () => {
  it("tests long prompts, short ones and first tokens apart", () => {
    for (const { run } of casesOf("prefill")) {
      expect(run.isFirstToken).toBe(false);
      expect(run.tokens * run.row.concurrency).toBeGreaterThanOrEqual(1000);
    }
    for (const { run } of casesOf("prefill-short"))
      expect(run.tokens * run.row.concurrency).toBeLessThan(1000);
    for (const { run } of casesOf("first-token")) expect(run.isFirstToken).toBe(true);
    expect(casesOf("prefill").length).toBeGreaterThan(50);
  });

  it("measures all sequences together: 8 times the 1,686 tok/s that a table counts of one stream", () => {
    expect(casesOf("prefill").find(({ id }) => id === "e0012b")?.measured).toBeCloseTo(8 * 1686.2, 3);
    expect(casesOf("prefill").find(({ id }) => id === "e0011b")?.measured).toBeCloseTo(18_896.8, 3);
  });

  it("estimates below the ceiling, with the interval its class of evidence has", async () => {
    const [quantity] = promptQuantities;
    const own = casesOf("prefill").find(({ id }) => id === "e0011b");
    const estimated = own && (await quantity?.estimate(own, knowledge));
    expect(estimated?.interval).toBe("interval-prompt-calibrated");
    expect(estimated?.expected).toBeLessThan(estimated?.ceiling ?? 0);
  });
});

describe("fittedInterval()", () => {
  it.each([
    { interval: "interval-prompt-calibrated", fitted: "interval-prompt-calibrated" },
    { interval: "interval-prompt-formula", fitted: null },
    { interval: null, fitted: null },
  ])("is $fitted for $interval", ({ interval, fitted }) => {
    expect(fittedInterval(interval)).toBe(fitted);
  });
});
