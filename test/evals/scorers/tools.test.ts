import { describe, expect, it } from "vitest";
import { toolsScorer } from "../../../evals/scorers/tools.ts";
import { faultOf, fitCase, judge, subjectFor } from "../../fixtures/eval-subject.ts";

const fit = await subjectFor(fitCase.ask, { ...fitCase.expects, forbids: ["fleet-cost"] });
const { toolCalls } = fit.answer;

describe("toolsScorer", () => {
  it("lets the right answer pass, and says nothing where no tool is spoken of", async () => {
    expect(await faultOf(toolsScorer, fit)).toBe("");
    expect(await judge(toolsScorer, await subjectFor("Thanks!"))).toBeUndefined();
  });

  it("misses a tool that was not called", async () => {
    const without = toolCalls.filter(({ name }) => name !== "memory-fit");
    expect(await faultOf(toolsScorer, fit, { toolCalls: without })).toBe("memory-fit was not called.");
  });

  it("sees a call of a forbidden tool", async () => {
    const [call] = (await subjectFor("What does it cost to run 5 Orin NX 16GB for 3 years?")).answer
      .toolCalls;
    const more = call ? [...toolCalls, call] : [];
    expect(await faultOf(toolsScorer, fit, { toolCalls: more })).toContain("fleet-cost was called");
  });

  it("sees a record that is not what the tool gives", async () => {
    const forged = toolCalls.map((call) => ({ ...call, output: { ...call.output, facts: [] } }));
    expect(await faultOf(toolsScorer, fit, { toolCalls: forged })).toContain("is not what the tool gives");
  });
});
