import { isDeepStrictEqual } from "node:util";
import { AppError } from "../../knowledge/errors.ts";
import type { Run, RunHeader, Trial } from "../trial.ts";
import { headerDifferences } from "./run-header.ts";
import { taskKey } from "./task.ts";

/** A run with the file it comes from, which messages name. */
export type NamedRun = { path: string; run: Run };

function refuse(why: string): never {
  throw new AppError("invalid-input", `Cannot merge: ${why}`);
}

function mergeHeaders(runs: readonly [NamedRun, ...NamedRun[]]): RunHeader {
  const [first] = runs;
  for (const { path, run } of runs) {
    const differences = headerDifferences(first.run.header, run.header);
    if (differences.length > 0)
      refuse(`${first.path} and ${path} are of different runs: ${differences.join(", ")}.`);
  }
  const headers = runs.map(({ run }) => run.header);
  const startedAt = headers.map((header) => header.startedAt).sort()[0] ?? first.run.header.startedAt;
  const machine = [...new Set(headers.map((header) => header.machine))].join(" + ");
  return { ...first.run.header, startedAt, machine };
}

/** Of an error and a score of one trial the score counts; two scores that differ are no one's result. */
function chosen(before: Trial | undefined, trial: Trial, path: string): Trial {
  if (before === undefined || before.status === "error") return trial;
  if (trial.status === "error" || isDeepStrictEqual(before, trial)) return before;
  return refuse(
    `${path} has another result for trial ${trial.trial} of ${trial.case} than a file before it.`,
  );
}

/** Puts the shards of a run together, by case and trial. */
export function mergeRuns(runs: readonly [NamedRun, ...NamedRun[]]): Run {
  const header = mergeHeaders(runs);
  const trials = new Map<string, Trial>();
  for (const { path, run } of runs)
    for (const trial of run.trials)
      trials.set(taskKey(trial), chosen(trials.get(taskKey(trial)), trial, path));
  return { header, trials: sortTrials([...trials.values()]) };
}

/** By case and trial, whatever was ready first. */
export function sortTrials(trials: readonly Trial[]): Trial[] {
  return [...trials].sort((a, b) => (a.case === b.case ? a.trial - b.trial : a.case < b.case ? -1 : 1));
}
