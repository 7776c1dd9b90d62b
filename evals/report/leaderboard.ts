import { z } from "zod";
import { formatYaml, parseRecord } from "../../knowledge/load.ts";
import { parseQuantity } from "../../knowledge/units.ts";

const Share = z.number().min(0).max(1);
const Quantity = (unit: "B" | "tok/s") =>
  z.string().refine((text) => parseQuantity(text, unit) !== undefined, `wanted a number of ${unit}`);

/** How one of the two runs of a row went. */
const Result = z.strictObject({
  /** Share of trials in which every scorer passed. */
  right: Share,
  /** Cases that this share is of. */
  cases: z.number().int().min(1),
  /** Trials that could not be judged. */
  errors: z.number().int().min(0),
});

/** What a model does on a board: one row of the leaderboard. */
export const LeaderboardRow = z.strictObject({
  model: z.string().min(1),
  board: z.string().min(1),
  mode: z.enum(["guided", "free"]),
  date: z.iso.date(),
  trials: z.number().int().min(1),
  /** Rows of one hash were asked the same. */
  casesHash: z.string(),
  /** With the answers checked, as they are shown to users. */
  checked: Result,
  /** With the check switched off: the model alone. */
  alone: Result,
  /** Share of the checked answers that are in the model's own words. */
  ownWords: Share,
  /** Sentences struck by the check in a hundred answers. */
  struckPerHundred: z.number().min(0),
  /** While it writes; null where the server did not tell. */
  speed: Quantity("tok/s").nullable(),
  /** What the loaded model takes, and the share of it on the GPU; null where the server does not tell. */
  memory: Quantity("B").nullable(),
  onGpu: Share.nullable(),
});
export type LeaderboardRow = z.output<typeof LeaderboardRow>;

const Rows = z.record(z.string(), LeaderboardRow);

const preamble = `# What models do on boards, one row a model, board and mode, measured on that board. Written by
# \`npm run eval -- leaderboard\`, which also writes leaderboard.md from it.
`;

const keyOf = ({ model, board, mode }: LeaderboardRow) => `${model} on ${board}, ${mode}`;

/** Validates the rows of a leaderboard as YAML has them; throws `invalid-record` where one is not whole. */
export function parseLeaderboard(raw: unknown): LeaderboardRow[] {
  return Object.values(parseRecord(Rows, raw, "the leaderboard"));
}

/** The rows as they are kept, ordered by name so that a new one is a diff of one line. */
export function formatLeaderboardYaml(rows: readonly LeaderboardRow[]): string {
  const named = rows.map((row) => [keyOf(row), row] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${preamble}${formatYaml(Object.fromEntries(named))}`;
}

/** Adds a row, in place of one of the same model, board and mode. */
export function upsertRow(rows: readonly LeaderboardRow[], row: LeaderboardRow): LeaderboardRow[] {
  return [...rows.filter((other) => keyOf(other) !== keyOf(row)), row];
}
