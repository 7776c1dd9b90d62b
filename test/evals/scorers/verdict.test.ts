import { describe, expect, it } from "vitest";
import { verdictScorer } from "../../../evals/scorers/verdict.ts";
import { faultOf, fitCase, judge, searchCase, subjectFor } from "../../fixtures/eval-subject.ts";

const fit = await subjectFor(fitCase.ask, fitCase.expects);

describe("verdictScorer", () => {
  it("lets the right answer pass, and says nothing where nothing is decided", async () => {
    expect(await judge(verdictScorer, fit)).toEqual({ passed: true });
    expect(await judge(verdictScorer, await subjectFor(searchCase.ask, searchCase.expects))).toBeUndefined();
  });

  it.each([
    ["the overall verdict", { verdict: "does-not-fit" as const }],
    ["no overall verdict", { verdict: null }],
    ["no verdict on the board", { verdicts: [] }],
    ["the words", { answer: "No, Llama 3.1 8B does not fit on the Jetson Orin NX 16GB." }],
    ["silence", { answer: "It has 16 GB." }],
  ])("sees when %s differ", async (_, change) => {
    expect(await faultOf(verdictScorer, fit, change)).not.toBe("");
  });

  it("sees a verdict on one board turned", async () => {
    const verdicts = fit.answer.verdicts.map((each) => ({ ...each, verdict: "tight" as const }));
    expect(await faultOf(verdictScorer, fit, { verdicts })).toContain("expected fits, got tight");
  });

  it("sees a claim called possible that is not", async () => {
    const claim = { device: "orin-nx-16gb", model: "llama-3.1-70b", metric: "decode", value: "50 tok/s" };
    const subject = await subjectFor("Does Llama 3.1 70B run at 50 tok/s on Orin NX 16GB?", {
      calls: [{ "check-claim": claim }],
    });
    expect(await faultOf(verdictScorer, subject, { answer: "No, impossible." })).toBe("");
    expect(await faultOf(verdictScorer, subject, { answer: "Hello. Yes, that is plausible." })).not.toBe("");
  });
});
