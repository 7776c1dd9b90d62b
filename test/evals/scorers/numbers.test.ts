import { describe, expect, it } from "vitest";
import { numbersScorer } from "../../../evals/scorers/numbers.ts";
import { faultOf, fitCase, subjectFor } from "../../fixtures/eval-subject.ts";

const fit = await subjectFor(fitCase.ask, fitCase.expects);
const display = (id: string) => fit.evidence.facts.find((fact) => fact.id === `1.${id}`)?.display ?? "";
const board = "Llama 3.1 8B on the Jetson Orin NX 16GB";

describe("numbersScorer", () => {
  it("lets the right answer pass, with numbers rounded and taken from the question", async () => {
    expect(await faultOf(numbersScorer, fit)).toBe("");
    const answer = `${board} needs about ${Math.round(Number.parseFloat(display("needed")))} GB.`;
    expect(await faultOf(numbersScorer, fit, { answer })).toBe("");
  });

  it.each([
    ["an invented number", `${board} leaves 987 GB free.`],
    ["an invented speed", `${board} runs at 1,234 tok/s.`],
    ["a wrong unit", `${board} needs ${display("needed").replace("GB", "GiB")}.`],
    ["a number of something else", `${board} needs ${display("headroom")}.`],
  ])("sees %s", async (_, answer) => {
    expect(await faultOf(numbersScorer, fit, { answer })).not.toBe("");
  });

  it("does not believe what an agent recorded of its calls", async () => {
    const toolCalls = fit.answer.toolCalls.map((call) => ({
      ...call,
      output: {
        ...call.output,
        facts: call.output.facts.map((fact) => ({ ...fact, value: 987e9, display: "987 GB" })),
      },
    }));
    const answer = `${board} needs 987 GB.`;
    expect(await faultOf(numbersScorer, fit, { toolCalls, answer })).toContain("987 GB");
  });
});
