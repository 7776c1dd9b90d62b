import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Advisor } from "../../server/agent/advisor.ts";
import { createAdvisor } from "../../server/agent/create-advisor.ts";
import { chooseBackend } from "../../server/backends/choose-backend.ts";
import { checkText } from "../../server/check/check.ts";
import { endpointOf } from "./cassettes/tape.ts";
import type { TrialParts } from "./run-trial.ts";
import { trustingCheck } from "./trusting-check.ts";
import type { WorkerSetUp } from "./worker-set-up.ts";

export type AdvisorSetUp = Pick<WorkerSetUp, "model" | "endpoint" | "tape" | "mode" | "checked">;

/**
 * Opens the advisor of a trial as `ask` does. Where the traffic goes by a tape each trial has its own address; all
 * others share one advisor, as the questions of a user do.
 */
export function createAdvisorOpener(setUp: AdvisorSetUp, knowledge: Knowledge): TrialParts["openAdvisor"] {
  const { model, tape, mode, checked } = setUp;
  let shared: Promise<Advisor> | undefined;
  const open = async (endpoint: string | undefined, seen: Knowledge) =>
    createAdvisor(
      await chooseBackend({ model, ...(endpoint !== undefined && { endpoint }) }),
      seen,
      () => performance.now(),
      { mode, check: checked ? checkText : trustingCheck },
    );
  return async (task, seen) => {
    if (tape || seen !== knowledge) return open(tape ? endpointOf(tape, task) : setUp.endpoint, seen);
    shared ??= open(setUp.endpoint, knowledge);
    return shared;
  };
}
