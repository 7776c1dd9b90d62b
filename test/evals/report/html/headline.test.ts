import { describe, expect, it } from "vitest";
import { headline } from "../../../../evals/report/html/headline.ts";
import { statisticsOf } from "../../../../evals/report/statistics.ts";
import type { Run } from "../../../../evals/trial.ts";
import { errorTrial, runOf, scoredTrial } from "../../../fixtures/eval-run.ts";

const view = async (run: Run) => String(await headline(run.header, statisticsOf(run)));

describe("headline()", () => {
  it("says what ran where, when, and that the check was off", async () => {
    const page = await view(runOf([], { checked: false, model: "<model>" }));
    expect(page).toContain("<h1><span>Evals of</span> &lt;model&gt;</h1>");
    expect(page).toContain("not checked: the check was switched off");
    expect(page).toContain("Jetson AGX Orin 64GB");
    expect(page).toContain("2026-11-28 07:00");
  });

  it("has pass@1, and pass^k and flaky cases where there were trials to compare", async () => {
    const once = await view(runOf([scoredTrial("a", { verdict: true })]));
    expect(once).toContain("<b>100 %</b> <span>pass@1</span>");
    expect(once).not.toMatch(/pass\^|flaky/);
    const twice = await view(
      runOf([scoredTrial("a", { verdict: true }), scoredTrial("a", { verdict: false }, { trial: 2 })]),
    );
    expect(twice).toContain("<b>0 %</b> <span>pass^2</span>");
    expect(twice).toContain("<b>1</b> <span>flaky</span>");
  });

  it("has errors and gaps, and no figures of answers where there were none", async () => {
    const page = await view(runOf([errorTrial("a")], { cases: 2 }));
    expect(page).toContain("llm-timeout 1; 1 trial missing; in none of the shares");
    expect(page).toContain("nothing was scored");
    expect(page).not.toMatch(/median|NaN/);
  });

  it("has what a model adds", async () => {
    const metrics = { requests: 1, outputTokens: 20, writingMs: 1000, ownWords: true, struck: 2 };
    const page = await view(runOf([scoredTrial("a", { verdict: true }, { metrics })]));
    expect(page).toContain("<b>20 tok/s</b>");
    expect(page).toContain("2 sentences struck by the check");
  });
});
