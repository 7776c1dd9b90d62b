import type { DeviceComparison } from "../../tools/compare-devices.ts";
import type { SystemPlan } from "../../tools/plan-system.ts";
import type { Plan } from "../../tools/sweep/plan.ts";
import { rankingWords } from "../../tools/sweep/ranking.ts";
import type { Row } from "../../tools/sweep/row.ts";
import type { Block } from "./block.ts";
import { contextBlock, contextHeadline, isContextSweep } from "./compose-context.ts";
import { cells, columns, figures, place, table, verdictWords } from "./compose-sweep.ts";
import type { Results } from "./results.ts";

/** Rows of a table that can be taken in; the tool's result has all. */
const shown = { boards: 12, plans: 6, reasons: 3 } as const;

type Sweep = Pick<DeviceComparison, "facts" | "rankedBy">;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Where the first of a ranking is too slow to read along, the first that is not. */
function readableLine(result: Sweep, rows: readonly Row[]): string {
  const [first] = rows;
  if (!first || first.pace === null || first.pace === "interactive") return "";
  const index = rows.findIndex(({ pace, meetsAll }) => meetsAll && pace === "interactive");
  const row = rows[index];
  if (!row) return " None keeps pace with a reader.";
  const what = rankingWords[result.rankedBy];
  return ` ${capital(what)} that keeps pace with a reader is the ${place(row)}: ${figures(result, row, index + 1)}.`;
}

function bestLine(result: Sweep, rows: readonly Row[], row: Row, what: string): string {
  const verdict = `It ${verdictWords[row.verdict]}: ${figures(result, row, 1)}.`;
  return `**${what}.** ${verdict}${readableLine(result, rows)}`;
}

function comparisonHeadline(comparison: DeviceComparison): string {
  const { best, rows } = comparison;
  const what = capital(rankingWords[comparison.rankedBy]);
  if (best) return bestLine(comparison, rows, best, `${what} that holds it is the ${place(best)}`);
  const [nearest] = rows;
  const miss = nearest ? ` The nearest is the ${place(nearest)}: ${nearest.whyNot}.` : "";
  return `**None of these boards meets all of that.**${miss}`;
}

function planHeadline(system: SystemPlan): string {
  if (isContextSweep(system)) return contextHeadline(system);
  const { plans, nearest } = system;
  const [first] = plans;
  const what = capital(rankingWords[system.rankedBy]);
  if (first)
    return system.swept.devices.length === 1
      ? bestLine(system, plans, first, `Best on the ${place(first)}: ${first.settings}`)
      : bestLine(system, plans, first, `${what} is the ${place(first)}, with ${first.settings}`);
  const miss = nearest
    ? ` The nearest is the ${place(nearest)}, with ${nearest.settings}: ${nearest.whyNot}.`
    : "";
  return `**No combination meets all of that.**${miss}`;
}

/** The opening lines of what was compared and planned. */
export function sweepHeadlines({ comparisons, systemPlans }: Results): string[] {
  return [...comparisons.map(comparisonHeadline), ...systemPlans.map(planHeadline)];
}

function comparisonTable(comparison: DeviceComparison): string {
  const rows = comparison.rows.slice(0, shown.boards);
  return table(
    ["board", ...columns, "against it"],
    rows.map((row, index) => [place(row), ...cells(comparison, row, index + 1), row.whyNot ?? ""]),
  );
}

function planTable(system: SystemPlan): string {
  const rows: readonly Plan[] = system.plans.slice(0, shown.plans);
  if (rows.length === 0)
    return system.infeasible
      .slice(0, shown.reasons)
      .map(({ example }) => `- ${example}`)
      .join("\n");
  return table(
    ["plan", "board", ...columns, "weights"],
    rows.map((plan, index) => [
      plan.settings,
      place(plan),
      ...cells(system, plan, index + 1),
      plan.quality ?? "",
    ]),
  );
}

/** Boards side by side, and plans best first. */
export function sweepBlocks({ comparisons, systemPlans }: Results): Block[] {
  const contexts = systemPlans.filter(isContextSweep);
  const plans = systemPlans.filter((system) => !isContextSweep(system));
  return [
    { heading: "Boards side by side", lines: comparisons.map(comparisonTable) },
    { heading: "Plans, best first", lines: plans.map(planTable) },
    contextBlock(contexts),
  ];
}
