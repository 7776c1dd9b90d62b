import { expect, it } from "vitest";
import { createBuiltInSubjects, rightAnswers } from "../../../evals/self/right-answers.ts";
import { caseOf, fitCase } from "../../fixtures/eval-subject.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

it("rightAnswers() keeps only what every scorer lets pass", async () => {
  const right = caseOf(fitCase.ask, fitCase.expects);
  const wrong = caseOf(fitCase.ask, { ...fitCase.expects, says: ["buy a laptop"] });
  expect((await rightAnswers([wrong, right], knowledge)).map((subject) => subject.case)).toEqual([right]);
});

it("createBuiltInSubjects() asks the turns of a conversation one after the other", async () => {
  const turns = ["Can I run Llama 3.1 8B on an Orin NX 16GB?", "And on an Orin Nano 8GB?"];
  const { answer } = await createBuiltInSubjects(knowledge)(caseOf(turns));
  expect(answer.question).toBe(turns[1]);
  expect(answer.history.map(({ role }) => role)).toEqual(["user", "assistant"]);
  expect(answer.verdicts.map(({ device }) => device)).toContain("orin-nano-8gb");
});
