import { describe, expect, it } from "vitest";
import { formatJUnit } from "../../../evals/report/junit.ts";
import { errorTrial, runOf, scoredTrial } from "../../fixtures/eval-run.ts";

describe("formatJUnit()", () => {
  const xml = formatJUnit(
    runOf([
      scoredTrial("fit/right", { verdict: true }, { metrics: { durationMs: 1500 } }),
      scoredTrial("fit/wrong", { verdict: false, numbers: false }),
      errorTrial("speed/late"),
    ]),
  );

  it("has a suite for each file and a test for each case", () => {
    expect(xml).toMatch(
      /<testsuites name="evals: a-model, guided, checked" tests="3" failures="1" errors="1"/,
    );
    expect(xml).toMatch(/<testsuite name="fit" tests="2" failures="1" errors="0"/);
    expect(xml).toMatch(/<testsuite name="speed" tests="1" failures="0" errors="1"/);
    expect(xml).toContain('<testcase classname="evals.fit" name="fit/right" time="1.5"/>');
  });

  it("fails with the reason of every scorer that failed", () => {
    expect(xml).toContain('message="verdict: verdict is wrong&#xA;numbers: numbers is wrong"');
    expect(xml).toContain('type="verdict numbers"');
  });

  it("has an error, and no failure, for what could not be judged", () => {
    expect(xml).toContain('<error message="It took too long." type="llm-timeout"/>');
  });

  it("numbers the trials of a case that was asked several times", () => {
    const two = [scoredTrial("a", { verdict: true }), scoredTrial("a", { verdict: true }, { trial: 2 })];
    expect(formatJUnit(runOf(two))).toContain('name="a #2"');
  });

  it("stays well-formed whatever an answer holds", () => {
    const answer = `]]> <b> & \u0000 \u001b \ud800 \ufffe 😀`;
    const hostile = formatJUnit(runOf([scoredTrial("a", { verdict: false }, { trace: { answer } })]));
    // The library splits "]]>" over two sections.
    expect(hostile).toContain("<b> & \uFFFD \uFFFD \uFFFD \uFFFD 😀");
    expect(hostile).not.toContain("]]> <b>");
    expect(hostile.isWellFormed()).toBe(true);
  });

  it("shares nothing between two reports", () => {
    const run = runOf([scoredTrial("a", { verdict: true })]);
    expect(formatJUnit(run)).toBe(formatJUnit(run));
  });
});
