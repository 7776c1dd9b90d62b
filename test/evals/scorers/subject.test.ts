import { describe, expect, it } from "vitest";
import { subjectOf, withAnswer } from "../../../evals/scorers/subject.ts";
import { fitCase, subjectFor } from "../../fixtures/eval-subject.ts";

const fit = await subjectFor(fitCase.ask, fitCase.expects);

describe("subjectOf()", () => {
  it("makes the answer's calls again and keeps none that no tool takes", async () => {
    const [call] = fit.answer.toolCalls;
    const toolCalls = call
      ? [call, { ...call, input: { device: "nonsense" } }, { ...call, name: "no-such-tool" }]
      : [];
    const subject = await subjectOf({ ...fit, answer: { ...fit.answer, toolCalls } }, fit);
    expect(subject.made).toEqual([call]);
  });

  it("holds the text against the gold alone, and against everything", () => {
    const speed = fit.checked.verified.find(({ text }) => text.endsWith("tok/s"));
    expect(speed).toBeDefined();
    expect(fit.stated.verified.some(({ start }) => start === speed?.start)).toBe(false);
    expect(fit.checked.unverified).toEqual([]);
  });
});

describe("withAnswer()", () => {
  it("reads the new words, and makes new calls", async () => {
    const lie = await withAnswer(fit, { ...fit.answer, answer: "It needs 987 GB." });
    expect(lie.checked.unverified.map(({ text }) => text)).toEqual(["987 GB"]);
    const mute = await withAnswer(fit, { ...fit.answer, toolCalls: [] });
    expect([mute.made, mute.answer.toolCalls]).toEqual([[], []]);
  });

  it("takes a verdict that names no board for one on what was asked, whatever else was called", async () => {
    const { toolCalls } = (await subjectFor("Does Llama 3.3 70B fit on an Orin NX 16GB?")).answer;
    const more = { ...fit.answer, toolCalls: [...fit.answer.toolCalls, ...toolCalls], answer: "It fits." };
    expect((await withAnswer(fit, more)).checked.unverified).toEqual([]);
  });
});
