import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import type { Mode } from "../../server/agent/answer.ts";
import { BUILT_IN } from "../../server/backends/built-in.ts";
import type { ModelChoice } from "../../server/backends/choose-backend.ts";
import { wholeNumber } from "../../server/commands/whole-number.ts";
import { declareChoice } from "../../server/commands/wiring.ts";
import { CASES_FOLDER } from "../load-cases.ts";
import type { OnTrial } from "../run/on-trial.ts";
import type { RunPlan } from "../run/run-evals.ts";
import type { Selection } from "../run/select-cases.ts";
import type { Shard } from "../run/shard.ts";
import type { Limits } from "../scorers/scorer.ts";
import { usualLimits } from "../scorers/scorers.ts";
import { parseLimits, parseList } from "./option-values.ts";

/** What is asked, and of whom. */
export type AskOptions = ModelChoice &
  Selection & {
    mode?: Mode;
    cases: string;
    trials: number;
    concurrency?: number;
    /** Seconds. */
    timeout: number;
    limit: Limits;
    resume: boolean;
  };

/** Where a run is kept, by what it is of. */
export type Place = { checked: boolean; shard?: Shard; out?: string };

/** The options by which cases are chosen. */
export function declareSelection(command: Command): Command {
  return command
    .option("--tags <list>", 'cases with any of these tags, and with none that has "!" before it', parseList)
    .option("--only <id>", "the case of this id, or those that begin so")
    .option("--cases <folder>", "cases of this folder in place of the ones that come along", CASES_FOLDER);
}

/** The options by which cases are asked. */
export function declareAsking(command: Command): Command {
  return declareSelection(declareChoice(command))
    .option("--trials <k>", "how often each case is asked", wholeNumber, 1)
    .option("--concurrency <n>", "cases under way at one time", wholeNumber)
    .option("--timeout <s>", "seconds that a trial may take before it is an error", wholeNumber, 300)
    .option(
      "--limit <limits>",
      "what a trial may take, such as toolCalls=6,outputTokens=2000",
      parseLimits,
      usualLimits,
    )
    .option("--resume", "go on where an earlier run stopped, and ask its errors again", false);
}

/** The built-in answerer keeps a core busy; a model on a board answers one question at a time. */
function usualConcurrency({ model }: OnTrial): number {
  return model === BUILT_IN ? Math.min(2, availableParallelism()) : 1;
}

/** Every run that may not share a file has one of its own. */
function usualFile({ model }: OnTrial, mode: Mode, { checked, shard }: Place): string {
  const parts = [
    model,
    mode,
    ...(checked ? [] : ["unchecked"]),
    ...(shard ? [`${shard.index}-of-${shard.count}`] : []),
  ];
  return `${parts.join("-").replace(/[^a-z0-9.-]+/gi, "-")}.jsonl`;
}

/** The run that the options ask for. */
export function planRun(options: AskOptions, onTrial: OnTrial, place: Place, resultsFolder: string): RunPlan {
  const { mode = "guided", tags, only, trials, concurrency, timeout, limit, resume } = options;
  const { checked, shard, out } = place;
  return {
    onTrial,
    mode,
    checked,
    selection: { ...(tags && { tags }), ...(only !== undefined && { only }) },
    trials,
    ...(shard && { shard }),
    concurrency: concurrency ?? usualConcurrency(onTrial),
    timeoutMs: timeout * 1000,
    limits: limit,
    out: out ?? join(resultsFolder, usualFile(onTrial, mode, place)),
    resume,
  };
}
