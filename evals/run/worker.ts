import { AppError } from "../../knowledge/errors.ts";
import { openKnowledge } from "../../knowledge/knowledge.ts";
import { namesOf } from "../../server/check/names.ts";
import type { Case } from "../case.ts";
import { loadCases } from "../load-cases.ts";
import type { Trial } from "../trial.ts";
import { createJudge } from "./judge-answer.ts";
import { createAdvisorOpener } from "./open-advisor.ts";
import { rememberSearches } from "./remember-searches.ts";
import { runTrial, type TrialParts } from "./run-trial.ts";
import type { Task } from "./task.ts";
import type { WorkerSetUp } from "./worker-set-up.ts";

type Bench = { cases: ReadonlyMap<string, Case>; parts: TrialParts };

function openBench(setUp: WorkerSetUp): Bench {
  const { indexFolder, casesFolder, timeoutMs, limits } = setUp;
  const knowledge = rememberSearches(openKnowledge(indexFolder));
  const judge = createJudge({ names: namesOf(knowledge), limits });
  return {
    cases: new Map(loadCases(knowledge, casesFolder).map((each) => [each.id, each])),
    parts: { knowledge, openAdvisor: createAdvisorOpener(setUp, knowledge), judge, timeoutMs },
  };
}

/** This thread is an entry of its own: what it has opened serves all of its trials. */
let bench: Bench | undefined;

/** Makes a trial; called by the pool. */
export async function makeTrial({ setUp, task }: { setUp: WorkerSetUp; task: Task }): Promise<Trial> {
  bench ??= openBench(setUp);
  const evalCase = bench.cases.get(task.case);
  if (evalCase === undefined)
    throw new AppError("unknown-id", `Cannot ask "${task.case}": there is no such case.`);
  return runTrial(evalCase, task.trial, bench.parts);
}
