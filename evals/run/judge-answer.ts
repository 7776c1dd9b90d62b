import type { Names } from "../../server/check/names.ts";
import { goldOf } from "../gold.ts";
import { scoreAnswer } from "../scorers/score-answer.ts";
import type { Limits } from "../scorers/scorer.ts";
import { subjectOf } from "../scorers/subject.ts";
import { metricsOf, traceOf } from "../trace.ts";
import type { TrialParts } from "./run-trial.ts";

/** Scores an answer by what the rules engine says of its case, and keeps what a reader of the report wants to see. */
export function createJudge({ names, limits }: { names: Names; limits: Limits }): TrialParts["judge"] {
  return async (evalCase, answer, knowledge) => {
    const gold = await goldOf(evalCase, knowledge);
    const subject = await subjectOf({ case: evalCase, gold, answer }, { names, knowledge, limits });
    return { scores: scoreAnswer(subject), metrics: metricsOf(subject), trace: traceOf(subject) };
  };
}
