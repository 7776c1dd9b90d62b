import { AppError } from "../../knowledge/errors.ts";
import { type Bytes, formatBytes } from "../../knowledge/units.ts";
import type { Run, RunHeader } from "../trial.ts";
import { formatSpeed } from "./figures.ts";
import type { LeaderboardRow } from "./leaderboard.ts";
import { type Statistics, statisticsOf } from "./statistics.ts";

/** What a loaded model takes, all of it and the part on the GPU, as its server reports it. */
export type ModelMemory = { totalBytes: Bytes; gpuBytes: Bytes };

function refuseOthers(checked: RunHeader, alone: RunHeader): void {
  const fields = ["model", "mode", "casesHash", "trials", "machine"] as const;
  const different = fields.filter((field) => checked[field] !== alone[field]);
  if (different.length > 0)
    throw new AppError(
      "invalid-input",
      `Cannot make a row of these runs: they differ in ${different.join(", ")}.`,
    );
  if (!checked.checked || alone.checked)
    throw new AppError(
      "invalid-input",
      "Cannot make a row of these runs: wanted the first with the check, the second without.",
    );
}

function resultOf({ passAtOne, errors, missing }: Statistics, which: string): LeaderboardRow["checked"] {
  if (!passAtOne || missing > 0)
    throw new AppError(
      "invalid-input",
      `Cannot make a row: the run ${which} is not whole, ${passAtOne ? `${missing} trials are missing` : "nothing was scored"}.`,
    );
  const count = errors.reduce((sum, each) => sum + each.count, 0);
  return { right: round(passAtOne.share, 4), cases: passAtOne.cases, errors: count };
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** The row that two whole runs over the same cases make, the first with the check and the second without. */
export function toLeaderboardRow(checked: Run, alone: Run, memory: ModelMemory | undefined): LeaderboardRow {
  const { header } = checked;
  refuseOthers(header, alone.header);
  const [shown, bare] = [statisticsOf(checked), statisticsOf(alone)];
  const results = {
    checked: resultOf(shown, "with the check"),
    alone: resultOf(bare, "without the check"),
  };
  const { costs, scored } = shown;
  const { tokensPerSecond } = costs;
  return {
    model: header.model,
    board: header.machine,
    mode: header.mode,
    date: header.startedAt.slice(0, 10),
    trials: header.trials,
    casesHash: header.casesHash,
    ...results,
    ownWords: round(costs.ownWords / scored, 4),
    struckPerHundred: round((100 * costs.struck) / scored, 1),
    speed: tokensPerSecond === undefined ? null : formatSpeed(tokensPerSecond),
    memory: memory ? formatBytes(memory.totalBytes) : null,
    onGpu: memory && memory.totalBytes > 0 ? round(memory.gpuBytes / memory.totalBytes, 2) : null,
  };
}
