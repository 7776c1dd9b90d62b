import { describe, expect, it } from "vitest";
import { compareRuns } from "../../../evals/report/compare.ts";
import { formatComparison, formatComparisonMarkdown } from "../../../evals/report/comparison-text.ts";
import { parseMaxDrop } from "../../../evals/report/max-drop.ts";
import { runOf, scoredTrial } from "../../fixtures/eval-run.ts";

const wide = Array.from({ length: 25 }, (_, index) => `case-${index}`);
const runWith = (verdict: boolean) => runOf(wide.map((id) => scoredTrial(id, { verdict, tools: true })));
const comparison = compareRuns(runWith(true), runWith(false), parseMaxDrop("verdict=0.5,tools=0"));

describe("formatComparison()", () => {
  const text = formatComparison(comparison);

  it("has a line for each scorer with what became of it", () => {
    expect(text).toMatch(/^verdict\s+25\s+100 %\s+0 %\s+−100\.0\s+0\s+25\s+beyond chance \(p < 0\.001\)/m);
    expect(text).toMatch(/^verdict.*50 points: broken$/m);
    expect(text).toMatch(/^tools\s+25\s+100 %\s+100 %\s+\+0\.0\s+0\s+0\s+no change\s+0 points: kept$/m);
  });

  it("shows twenty of a list and counts the rest", () => {
    expect(text.match(/^ {2}case-\d+: passed → failed/gm)).toHaveLength(20);
    expect(text).toContain("  and 5 more");
  });
});

describe("formatComparisonMarkdown()", () => {
  it("has the same with the whole of each list", () => {
    const markdown = formatComparisonMarkdown(comparison);
    expect(markdown).toContain("| tools | 25 | 100 % | 100 % | +0.0 | 0 | 0 | no change | 0 points: kept |");
    expect(markdown.match(/^- case-\d+: passed → failed/gm)).toHaveLength(25);
    expect(markdown).toContain("## Demands that are not kept");
  });
});
