import { describe, expect, it } from "vitest";
import { formatMarkdown } from "../../../evals/report/markdown.ts";
import { runOf, scoredTrial } from "../../fixtures/eval-run.ts";

describe("formatMarkdown()", () => {
  const markdown = formatMarkdown(
    runOf([
      scoredTrial("fit/right", { verdict: true, numbers: true }, { tags: ["fit"] }),
      scoredTrial("fit/wrong", { verdict: false }, { tags: ["fit", "hard"] }),
    ]),
  );

  it("has a row for each scorer", () => {
    expect(markdown).toMatch(/^\| verdict \| 1\/2 \| 50\.0 % \| \(/m);
    expect(markdown).toMatch(/^\| numbers \| 1\/1 \| 100 % \| \(/m);
  });

  it("has a row for each tag, with a dash for what was not asked", () => {
    expect(markdown).toContain("| Tag | Cases | All scorers | verdict | numbers |");
    expect(markdown).toContain("| fit | 2 | 50.0 % | 50.0 % | 100 % |");
    expect(markdown).toContain("| hard | 1 | 0 % | 0 % | – |");
  });

  it("lists what did not pass", () => {
    expect(markdown).toContain("- **failed** `fit/wrong`\n  - verdict: verdict is wrong");
  });

  it("says that everything passed", () => {
    expect(formatMarkdown(runOf([scoredTrial("a", { verdict: true })]))).toContain("Every case passed.");
  });

  it("shows what a model wrote as it is", () => {
    const trial = scoredTrial("a", { verdict: true });
    trial.scores = [{ scorer: "verdict", passed: false, reason: "says <b>\n# it fits" }];
    expect(formatMarkdown(runOf([trial]))).toContain("  - verdict: says \\<b\\> \\# it fits\n");
  });
});
