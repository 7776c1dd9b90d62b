import { openOnTrial } from "../run/on-trial.ts";
import { openProgress } from "../run/progress.ts";
import { runEvals } from "../run/run-evals.ts";
import { parseShard, type Shard } from "../run/shard.ts";
import { type ConclusionOptions, conclude, declareConclusion } from "./conclude.ts";
import { type AskOptions, declareAsking, planRun } from "./run-options.ts";
import type { Declare, Wiring } from "./wiring.ts";

type Options = AskOptions &
  ConclusionOptions & { unchecked: boolean; shard?: Shard; out?: string; record?: string; replay?: string };

/** Of a run that was ended by the user. */
const interrupted = 130;

/** Asks the cases and concludes; what the user ends early is said with how to go on. Returns the exit code. */
export async function run(options: Options, wiring: Wiring): Promise<number> {
  const { unchecked, shard, out, ...asked } = options;
  const { print, resultsFolder, terminal, stop } = wiring;
  const onTrial = await openOnTrial(options);
  const place = { checked: !unchecked, ...(shard && { shard }), ...(out !== undefined && { out }) };
  const plan = planRun(asked, onTrial, place, resultsFolder);
  try {
    const result = await runEvals(plan, {
      ...wiring,
      casesFolder: options.cases,
      openProgress: (total) => openProgress(total, terminal, () => performance.now()),
      now: () => new Date().toISOString(),
    });
    if (!stop.aborted) return await conclude(result, options, print);
    print(
      `Stopped with ${result.trials.length} trials in ${plan.out}. Go on with the same command and --resume.`,
    );
    return interrupted;
  } finally {
    await onTrial.tape?.close();
  }
}

/** `eval` and `eval run` */
export const declare: Declare = (program, wiring) => {
  const command = program
    .command("run", { isDefault: true })
    .description(
      "ask the cases and score the answers; the built-in answerer unless a model or an endpoint is named",
    )
    .option("--unchecked", "switch the check of the answers off, to see what it is worth", false)
    .option("--shard <i/n>", "ask one part of so many; put them together with merge", parseShard)
    .option("--out <file>", "where results go as they come")
    .option("--record <folder>", "keep the traffic with the model server")
    .option("--replay <folder>", "answer from kept traffic in place of a model server");
  declareConclusion(declareAsking(command)).action(async (options: Options) => {
    process.exitCode = await run(options, wiring);
  });
};
