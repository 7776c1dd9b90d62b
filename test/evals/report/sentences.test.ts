import { describe, expect, it } from "vitest";
import {
  agreementSentence,
  costSentence,
  gapSentence,
  passSentence,
  placeOf,
  powerSentence,
  subjectOf,
} from "../../../evals/report/sentences.ts";
import { statisticsOf } from "../../../evals/report/statistics.ts";
import { errorTrial, runOf, scoredTrial } from "../../fixtures/eval-run.ts";

const twice = [scoredTrial("a", { verdict: true }), scoredTrial("a", { verdict: false }, { trial: 2 })];
const flaky = statisticsOf(runOf(twice));
const nothing = statisticsOf(runOf([errorTrial("a"), errorTrial("b", "crashed")], { cases: 3 }));
const once = statisticsOf(runOf([scoredTrial("a", { verdict: true })]));

describe("the sentences on a run", () => {
  it("say what was evaluated, and that the check was off", () => {
    const { header } = runOf([]);
    expect(subjectOf(header)).toBe("a-model, guided, checked");
    expect(subjectOf({ ...header, checked: false })).toBe("a-model, guided, check switched off");
    expect(placeOf(header)).toBe("Jetson AGX Orin 64GB, 2026-11-28");
  });

  it("say how often it passed", () => {
    expect(passSentence(flaky)).toMatch(/^pass@1 50\.0 % \(.+\), 1 of 2 trials$/);
    expect(powerSentence(flaky)).toBe("pass^2 0 %");
    expect(agreementSentence(flaky)).toBe("0 cases always pass, 0 never, 1 flaky.");
  });

  it("say nothing of agreement where every case was asked once", () => {
    expect(powerSentence(once)).toBe("");
    expect(agreementSentence(once)).toBe("");
    expect(gapSentence(once)).toBe("");
  });

  it("say what was not judged", () => {
    expect(passSentence(nothing)).toBe("Nothing was scored.");
    expect(gapSentence(nothing)).toBe(
      "2 errors, in none of the shares (crashed 1, llm-timeout 1). 1 trial missing.",
    );
    expect(costSentence(nothing)).toBe("");
  });

  it("say what a model took, or that none was asked", () => {
    const metrics = { requests: 1, inputTokens: 10, outputTokens: 20, writingMs: 1000, ownWords: true };
    const model = statisticsOf(runOf([scoredTrial("a", { verdict: true }, { metrics })]));
    expect(costSentence(once)).toContain("No request to a model.");
    expect(costSentence(model)).toContain("1 request, 10 tokens read, 20 written at 20 tok/s.");
    expect(costSentence(model)).toContain("1 of 1 answer in the model's own words");
  });
});
