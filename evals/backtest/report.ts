import { explanations, missedBars } from "./findings.ts";
import type { Group, Outcome } from "./hold-out.ts";
import type { Prepared } from "./quantity.ts";
import { aboveCeiling, peerTable, summaryTable, worstTable } from "./tables.ts";

const titles: Readonly<Record<Group, string>> = {
  model: "Leave one model out",
  source: "Leave one source out",
};

const introduction = `Every number below was estimated by the same tools that answer questions, for runs they had never seen: all runs of
the model (or of the source) were hidden, every constant was fitted anew on the rest, and the interval was drawn from what was
left out. Written by \`npm run backtest\`; the constants and intervals in use are fitted by \`npm run calibrate\`.

Errors are estimate ÷ measurement − 1. "In the 90 % interval" counts runs that fell into the interval of their estimate. Runs
that are implausible, cold or of low confidence teach nothing and test nothing. Where a source does not state how full the cache
was, 512 tokens are assumed; where it does not state the power mode, the highest.`;

function missed(prepared: readonly Prepared[]): string {
  const lines = missedBars.map(({ quantity, group, why }) => {
    const title = prepared.find((each) => each.quantity.id === quantity)?.quantity.title ?? quantity;
    return `- **${title}** (${titles[group].toLowerCase()}): ${why}`;
  });
  return lines.length > 0 ? `## Bars that are missed\n\n${lines.join("\n")}\n\n` : "";
}

/** The report on all quantities, as Markdown. */
export function formatReport(
  prepared: readonly Prepared[],
  outcomes: Readonly<Record<Group, readonly Outcome[]>>,
): string {
  const groups = (["model", "source"] as const).map(
    (group) =>
      `## ${titles[group]}\n\n${summaryTable(prepared, outcomes[group])}\n\nEstimates above the physical ceiling: ${aboveCeiling(outcomes[group]).length}\n\n`,
  );
  return [
    `# Backtest\n\n${introduction}\n\n`,
    ...groups,
    missed(prepared),
    "![Measured against estimated speed](plot.svg)\n\n",
    `## Others' formulas on the same cases\n\nOurs with the model left out; theirs have nothing to leave out.\n\n${peerTable(prepared, outcomes.model)}\n\n`,
    `## Furthest off\n\nWith the model left out, five of each quantity.\n\n${worstTable(prepared, outcomes.model, explanations)}\n`,
  ].join("");
}
