import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Advisor } from "../../server/agent/advisor.ts";
import type { Answer } from "../../server/agent/answer.ts";
import type { Case } from "../case.ts";
import { plantPassages } from "../planted.ts";
import type { Metrics, Score, Trace, Trial } from "../trial.ts";
import { askTurns } from "./ask-turns.ts";
import type { Task } from "./task.ts";
import { toErrorTrial, toTrialProblem } from "./trial-error.ts";

/** What an answer is worth, and the record of it. */
export type Judged = { scores: Score[]; metrics: Metrics; trace: Trace };

/** What trials are made with. */
export type TrialParts = {
  knowledge: Knowledge;
  /** Somebody to ask, who has the knowledge as the case wants it. */
  openAdvisor(task: Task, knowledge: Knowledge): Promise<Pick<Advisor, "ask">>;
  judge(evalCase: Case, answer: Answer, knowledge: Knowledge): Promise<Judged>;
  /** Milliseconds for all turns together. */
  timeoutMs: number;
};

/** Asks a case once and scores the answer. Whatever goes wrong on the way is an error of the trial; this never throws. */
export async function runTrial(evalCase: Case, trial: number, parts: TrialParts): Promise<Trial> {
  const task = { case: evalCase.id, trial };
  try {
    const knowledge = plantPassages(parts.knowledge, evalCase.planted);
    const advisor = await parts.openAdvisor(task, knowledge);
    const answer = await askTurns(evalCase.turns, advisor, AbortSignal.timeout(parts.timeoutMs));
    const judged = await parts.judge(evalCase, answer, knowledge);
    return { status: "scored", ...task, tags: evalCase.tags, ...judged };
  } catch (thrown) {
    return toErrorTrial(task, evalCase, toTrialProblem(thrown));
  }
}
