import { describe, expect, it } from "vitest";
import { formatSummary } from "../../../evals/report/summary.ts";
import { errorTrial, runOf, scoredTrial } from "../../fixtures/eval-run.ts";

describe("formatSummary()", () => {
  it("has the shares of every scorer and each case that did not pass with its reason", () => {
    const summary = formatSummary(
      runOf([
        scoredTrial("fit/right", { verdict: true, numbers: true }),
        scoredTrial("fit/wrong", { verdict: false, numbers: true }),
        errorTrial("fit/late"),
      ]),
    );
    expect(summary).toMatch(/^verdict\s+1\/2\s+50\.0 %/m);
    expect(summary).toMatch(/^numbers\s+2\/2\s+100 %/m);
    expect(summary).toContain("  failed fit/wrong\n    verdict: verdict is wrong");
    expect(summary).toContain("  error fit/late\n    llm-timeout: It took too long.");
    expect(summary).not.toContain("fit/right");
  });

  it("lists ten cases and counts the rest", () => {
    const wrong = Array.from({ length: 12 }, (_, index) => scoredTrial(`case-${index}`, { verdict: false }));
    const summary = formatSummary(runOf(wrong));
    expect(summary.match(/^ {2}failed/gm)).toHaveLength(10);
    expect(summary).toMatch(/and 2 more$/);
  });

  it("says so where nothing was scored", () => {
    expect(formatSummary(runOf([]))).toBe(
      "a-model, guided, checked (Jetson AGX Orin 64GB, 2026-11-28)\nNothing was scored.",
    );
  });
});
