import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadYaml } from "../../knowledge/load.ts";
import { BUILT_IN } from "../../server/backends/built-in.ts";
import { inspectServer } from "../../server/backends/inspect-server.ts";
import { findServedModel } from "../../server/backends/served-model.ts";
import {
  formatLeaderboardYaml,
  type LeaderboardRow,
  parseLeaderboard,
  upsertRow,
} from "../report/leaderboard.ts";
import { type ModelMemory, toLeaderboardRow } from "../report/leaderboard-row.ts";
import { formatLeaderboard } from "../report/leaderboard-table.ts";
import { findEndpoint, openOnTrial } from "../run/on-trial.ts";
import { openProgress } from "../run/progress.ts";
import { runEvals } from "../run/run-evals.ts";
import { type AskOptions, declareAsking, planRun } from "./run-options.ts";
import type { Declare, Wiring } from "./wiring.ts";

/** Beside the cases: rows, and the table made of them. */
const usualFolder = join(import.meta.dirname, "..");

type Options = AskOptions & { folder: string };

function readRows(folder: string): LeaderboardRow[] {
  const path = join(folder, "leaderboard.yaml");
  return existsSync(path) ? parseLeaderboard(loadYaml(path) ?? {}) : [];
}

/** What the model takes while it is loaded, which Ollama tells. */
async function memoryOf(model: string, endpoint: string): Promise<ModelMemory | undefined> {
  const report = await inspectServer(endpoint, { model });
  const { loadedBytes, gpuShare = 0 } = (report && findServedModel(report, model)) ?? {};
  if (loadedBytes === undefined) return undefined;
  return { totalBytes: loadedBytes, gpuBytes: Math.round(loadedBytes * gpuShare) };
}

/** Asks the model with the check and without it; nothing where the user ends it before both are done. */
async function measure(options: Options, wiring: Wiring): Promise<LeaderboardRow | undefined> {
  const onTrial = await openOnTrial(options);
  const { resultsFolder, terminal, stop } = wiring;
  const world = {
    ...wiring,
    casesFolder: options.cases,
    openProgress: (total: number) => openProgress(total, terminal, () => performance.now()),
    now: () => new Date().toISOString(),
  };
  const runOf = (checked: boolean) => runEvals(planRun(options, onTrial, { checked }, resultsFolder), world);
  const checked = await runOf(true);
  const memory =
    onTrial.model === BUILT_IN ? undefined : await memoryOf(onTrial.model, await findEndpoint(options));
  const alone = await runOf(false);
  return stop.aborted ? undefined : toLeaderboardRow(checked, alone, memory);
}

/** Prints the leaderboard, with a row for the model that is named, measured here. */
export async function leaderboard(options: Options, wiring: Wiring): Promise<number> {
  const { folder, model, endpoint } = options;
  let rows = readRows(folder);
  if (model !== undefined || endpoint !== undefined) {
    const row = await measure(options, wiring);
    if (row === undefined) {
      wiring.print("Stopped. Go on with the same command and --resume.");
      return 130;
    }
    rows = upsertRow(rows, row);
    writeFileSync(join(folder, "leaderboard.yaml"), formatLeaderboardYaml(rows));
    writeFileSync(join(folder, "leaderboard.md"), formatLeaderboard(rows));
  }
  wiring.print(formatLeaderboard(rows));
  return 0;
}

/** `eval leaderboard` */
export const declare: Declare = (program, wiring) => {
  declareAsking(program.command("leaderboard"))
    .description("show what models do on boards; with --model, measure one here and add its row")
    .option("--folder <folder>", "where the leaderboard is kept", usualFolder)
    .action(async (options: Options) => {
      process.exitCode = await leaderboard(options, wiring);
    });
};
