import { expect, it } from "vitest";
import { formatJson } from "../../../evals/report/json.ts";
import { Run } from "../../../evals/trial.ts";
import { errorTrial, runOf, scoredTrial } from "../../fixtures/eval-run.ts";

it("formatJson() holds the run, which reads back as it was, and what it comes to", () => {
  const run = runOf([scoredTrial("a", { verdict: true }), errorTrial("b")]);
  const written: unknown = JSON.parse(formatJson(run));
  expect(Run.parse(written)).toEqual(run);
  expect(written).toMatchObject({ statistics: { scored: 1, errors: [{ code: "llm-timeout", count: 1 }] } });
});
