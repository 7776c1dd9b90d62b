import { join } from "node:path";
import { inspectIndex } from "../../knowledge/ingest.ts";
import { KNOWLEDGE_FOLDER, type Knowledge } from "../../knowledge/knowledge.ts";
import type { Mode } from "../../server/agent/answer.ts";
import type { Case } from "../case.ts";
import { casesHash, loadCases } from "../load-cases.ts";
import type { Limits } from "../scorers/scorer.ts";
import { usualLimits } from "../scorers/scorers.ts";
import type { Run, RunHeader, Trial } from "../trial.ts";
import { machineName } from "./machine-name.ts";
import { sortTrials } from "./merge-runs.ts";
import type { OnTrial } from "./on-trial.ts";
import { openPool, type Pool } from "./pool.ts";
import type { Progress } from "./progress.ts";
import { openResults } from "./results-file.ts";
import { runTasks } from "./run-tasks.ts";
import { type Selection, selectCases } from "./select-cases.ts";
import { type Shard, shardOf } from "./shard.ts";
import { type Task, taskKey, tasksOf } from "./task.ts";
import { toErrorTrial } from "./trial-error.ts";

/** What is run. */
export type RunPlan = {
  onTrial: OnTrial;
  mode: Mode;
  checked: boolean;
  selection: Selection;
  trials: number;
  shard?: Shard;
  concurrency: number;
  timeoutMs: number;
  limits: Limits;
  /** The file that results are written to as they come. */
  out: string;
  resume: boolean;
};

/** Where it is run. */
export type RunWorld = {
  knowledge: Knowledge;
  indexFolder: string;
  casesFolder: string;
  openProgress(total: number): Progress;
  /** The time, ISO 8601. */
  now(): string;
  /** Ends the run early; what is done by then is kept. */
  stop: AbortSignal;
};

/** A limit is a part of what is expected, so with others than the usual ones the cases are others. */
function hashOf(asked: readonly Case[], limits: Limits): string {
  const changed = Object.entries(limits).filter(([name, most]) => Reflect.get(usualLimits, name) !== most);
  return [casesHash(asked), ...changed.map(([name, most]) => `${name}=${most}`)].join(" ");
}

function headerOf(
  { onTrial, mode, checked, trials, limits }: RunPlan,
  asked: readonly Case[],
  world: RunWorld,
): RunHeader {
  return {
    format: 1,
    model: onTrial.model,
    mode,
    checked,
    trials,
    cases: asked.length,
    casesHash: hashOf(asked, limits),
    startedAt: world.now(),
    machine: machineName(world.knowledge),
  };
}

const cassetteMiss = {
  code: "cassette-miss",
  message: "No cassette has what the model was asked: record anew with --record.",
};

/** Makes the trial of a task, whatever becomes of the thread that it is made in. */
function trialMaker(pool: Pool, cases: readonly Case[], { tape }: OnTrial) {
  const tagsOf = new Map(cases.map(({ id, tags }) => [id, tags]));
  return async (task: Task): Promise<Trial> => {
    const made = await pool.run(task);
    const about = { tags: tagsOf.get(task.case) ?? [] };
    if (tape?.isMissed(task)) return toErrorTrial(task, about, cassetteMiss);
    return "status" in made ? made : toErrorTrial(task, about, made);
  };
}

/** Several threads that found no index would each build it. */
async function ensureIndex({ knowledge, indexFolder }: RunWorld): Promise<void> {
  const { state } = inspectIndex(join(KNOWLEDGE_FOLDER, "documents"), indexFolder);
  if (state !== "built") await knowledge.search("Jetson", { limit: 1 });
}

function startPool(
  { onTrial, mode, checked, timeoutMs, limits }: RunPlan,
  world: RunWorld,
  size: number,
): Pool {
  const { model, endpoint, tape } = onTrial;
  const { indexFolder, casesFolder } = world;
  return openPool(
    {
      ...{ indexFolder, casesFolder, model, mode, checked, timeoutMs, limits },
      ...(endpoint !== undefined && { endpoint }),
      ...(tape && { tape: { root: tape.root, path: tape.path } }),
    },
    { size },
  );
}

/** Asks what is to be asked and is not in the results yet. Returns all that is in them then. */
export async function runEvals(plan: RunPlan, world: RunWorld): Promise<Run> {
  const { trials, shard, concurrency, out, resume, onTrial } = plan;
  const { stop } = world;
  const asked = selectCases(loadCases(world.knowledge, world.casesFolder), plan.selection);
  const results = openResults(out, headerOf(plan, asked, world), { resume });
  const done = new Set(results.done.map(taskKey));
  const tasks = tasksOf(shard ? shardOf(asked, shard) : asked, trials).filter(
    (task) => !done.has(taskKey(task)),
  );
  const made: Trial[] = [];
  if (tasks.length > 0) {
    await ensureIndex(world);
    const pool = startPool(plan, world, Math.min(concurrency, tasks.length));
    const progress = world.openProgress(tasks.length);
    const keep = (trial: Trial) => {
      made.push(trial);
      results.append(trial);
      progress.advance(trial);
    };
    stop.addEventListener("abort", () => pool.close());
    await runTasks(tasks, { concurrency, run: trialMaker(pool, asked, onTrial), onTrial: keep, stop });
    progress.stop();
    if (!stop.aborted) await pool.close();
  }
  return { header: results.header, trials: sortTrials([...results.done, ...made]) };
}
