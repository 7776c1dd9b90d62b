import { markdownTable } from "../markdown-table.ts";
import { formatInterval, formatShare } from "./figures.ts";
import type { LeaderboardRow } from "./leaderboard.ts";
import { wilsonInterval } from "./wilson.ts";

const introduction = `What models do behind this advisor, on the boards they ran on. "Right" is the share of answers that pass every scorer, with
its 95 % interval: checked, as users see them, and with the check switched off, which is the model alone. Rows are written by

    npm run eval -- leaderboard --model <id> --endpoint <url>

which asks the evals twice on the board it is run on, adds or replaces the row in \`leaderboard.yaml\`, and writes this page anew.`;

function resultCell({ right, cases, errors }: LeaderboardRow["checked"]): string {
  const interval = formatInterval(wilsonInterval(right, cases));
  return `${formatShare(right)} ${interval}${errors > 0 ? `, ${errors} errors` : ""}`;
}

function memoryCell({ memory, onGpu }: LeaderboardRow): string {
  if (memory === null) return "unknown";
  return onGpu === null ? memory : `${memory}, ${formatShare(onGpu)} on the GPU`;
}

/** Best first; of two that are right as often, the faster, and then by name, so that the order is always the same. */
function inOrder(a: LeaderboardRow, b: LeaderboardRow): number {
  const speedOf = ({ speed }: LeaderboardRow) => Number.parseFloat(speed ?? "0");
  const byName = `${a.model} ${a.board} ${a.mode}` < `${b.model} ${b.board} ${b.mode}` ? -1 : 1;
  return b.checked.right - a.checked.right || speedOf(b) - speedOf(a) || byName;
}

const head = [
  "Model",
  "Board",
  "Mode",
  "Date",
  "Right, checked",
  "Right, alone",
  "Speed",
  "Memory",
  "Own words",
  "Struck in 100",
  "Cases × trials",
];

const rowOf = (row: LeaderboardRow) => [
  row.model,
  row.board,
  row.mode,
  row.date,
  resultCell(row.checked),
  resultCell(row.alone),
  row.speed ?? "unknown",
  memoryCell(row),
  formatShare(row.ownWords),
  String(row.struckPerHundred),
  `${row.checked.cases} × ${row.trials}`,
];

/** The rows that were asked the same as the latest come first; the others are on other cases and a table of their own. */
export function formatLeaderboard(rows: readonly LeaderboardRow[]): string {
  const latest = rows.reduce(
    (hash, row, _, all) => (all.every(({ date }) => date <= row.date) ? row.casesHash : hash),
    "",
  );
  const [current, earlier] = [true, false].map((isLatest) =>
    rows.filter(({ casesHash }) => (casesHash === latest) === isLatest).sort(inOrder),
  );
  const table = (own: readonly LeaderboardRow[] = []) => markdownTable(head, own.map(rowOf));
  const none = "No model has been evaluated yet.";
  const older = earlier && earlier.length > 0 ? ["## On earlier cases", table(earlier)] : [];
  const body = rows.length === 0 ? [none] : [table(current), ...older];
  return `${["# Leaderboard", introduction, ...body].join("\n\n")}\n`;
}
