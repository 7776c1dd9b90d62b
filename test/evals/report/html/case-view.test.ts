import { describe, expect, it } from "vitest";
import { appendixOf } from "../../../../evals/report/html/appendix.ts";
import { caseView, failedScorers } from "../../../../evals/report/html/case-view.ts";
import { caseResults } from "../../../../evals/report/outcome.ts";
import type { Trial } from "../../../../evals/trial.ts";
import { errorTrial, runOf, scoredTrial } from "../../../fixtures/eval-run.ts";

async function view(trials: Trial[]): Promise<string> {
  const run = runOf(trials);
  return String(await Promise.all(caseResults(run).map((one) => caseView(one, appendixOf(run)))));
}

const right = { verdict: true, tools: true };
const wrong = { verdict: false, tools: false };

describe("caseView()", () => {
  it("carries what the filter goes by", async () => {
    const page = await view([scoredTrial("fit/a", wrong, { tags: ["fit", "hard"] })]);
    expect(page).toContain(
      '<details class="case" id="case-fit/a" data-outcome="failed" data-error="false" data-failed="verdict tools" data-tags="fit hard">',
    );
    expect(page).toContain("Does Qwen3-8B fit on an Orin NX 16GB?");
  });

  it("shows trials that went alike once, whatever time they took", async () => {
    const page = await view([
      scoredTrial("a", right),
      scoredTrial("a", right, { trial: 2, metrics: { durationMs: 7 } }),
      scoredTrial("a", wrong, { trial: 3 }),
    ]);
    expect(page.match(/<article>/g)).toHaveLength(2);
    expect(page).toContain("Trials 1, 2, all alike");
    expect(page).toContain("flaky 2/3");
  });

  it("shows an error with its code, and marks the case as one with errors", async () => {
    const page = await view([errorTrial("a", "crashed"), scoredTrial("a", right, { trial: 2 })]);
    expect(page).toContain("<b>crashed</b> It took too long.");
    expect(page).toContain('data-outcome="passed" data-error="true"');
  });
});

describe("failedScorers()", () => {
  it("names each scorer that any trial failed once", () => {
    const [one] = caseResults(
      runOf([scoredTrial("a", wrong), scoredTrial("a", { verdict: false }, { trial: 2 })]),
    );
    expect(one && failedScorers(one)).toEqual(["verdict", "tools"]);
  });
});
