import { AppError } from "../../knowledge/errors.ts";
import { casesHash, loadCases } from "../load-cases.ts";
import { formatCount } from "../report/figures.ts";
import { mergeRuns } from "../run/merge-runs.ts";
import { readRun } from "../run/read-run.ts";
import { type Selection, selectCases } from "../run/select-cases.ts";
import { taskKey, tasksOf } from "../run/task.ts";
import type { Run } from "../trial.ts";
import { type ConclusionOptions, conclude, declareConclusion } from "./conclude.ts";
import { declareSelection } from "./run-options.ts";
import type { Declare, Wiring } from "./wiring.ts";

type Options = ConclusionOptions & Selection & { cases: string };

/** The trials that no file has, by name where the cases of the run are the ones at hand. */
function missingFrom({ header, trials }: Run, asked: readonly { id: string }[] | undefined): string[] {
  const made = new Set(trials.map(taskKey));
  const missing = header.cases * header.trials - made.size;
  if (missing <= 0) return [];
  if (asked === undefined) return [`missing: ${formatCount(missing, "trial")}`];
  const left = tasksOf(asked, header.trials).filter((task) => !made.has(taskKey(task)));
  return left.map(({ case: id, trial }) => `missing: ${id}, trial ${trial}`);
}

/** Puts the shards of a run together and concludes. Returns the exit code. */
export async function merge(
  paths: readonly string[],
  options: Options,
  { knowledge, print }: Pick<Wiring, "knowledge" | "print">,
): Promise<number> {
  const [first, ...others] = paths.map((path) => ({ path, run: readRun(path) }));
  if (first === undefined) throw new AppError("invalid-input", "Cannot merge: no file was named.");
  const run = mergeRuns([first, ...others]);
  const asked = selectCases(loadCases(knowledge, options.cases), options);
  // Other limits stand behind the hash of the cases.
  const isOfThese = run.header.casesHash.startsWith(casesHash(asked));
  for (const line of missingFrom(run, isOfThese ? asked : undefined)) print(line);
  return conclude(run, options, print);
}

/** `eval merge <files...>` */
export const declare: Declare = (program, wiring) => {
  const command = program
    .command("merge")
    .description("put the shards of a run together; name the same --tags and --only as they were run with")
    .argument("<files...>", "results (.jsonl) or reports (.json) of one run");
  declareConclusion(declareSelection(command)).action(async (paths: string[], options: Options) => {
    process.exitCode = await merge(paths, options, wiring);
  });
};
