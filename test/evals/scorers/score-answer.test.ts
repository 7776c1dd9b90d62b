import { expect, it } from "vitest";
import { scoreAnswer } from "../../../evals/scorers/score-answer.ts";
import { fitCase, subjectFor } from "../../fixtures/eval-subject.ts";

it("scoreAnswer() gives the judgements that the case asks for, in the order of the list", async () => {
  const scores = scoreAnswer(await subjectFor(fitCase.ask, fitCase.expects));
  expect(scores.map(({ scorer }) => scorer)).toEqual([
    "verdict",
    "numbers",
    "facts",
    "tools",
    "arguments",
    "citations",
    "language",
    "steps",
    "latency",
    "tokens",
  ]);
  expect(scores.filter(({ passed }) => !passed)).toEqual([]);
});
