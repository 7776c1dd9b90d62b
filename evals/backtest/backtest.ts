import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openKnowledge } from "../../knowledge/knowledge.ts";
import { calibrators } from "../calibration/calibrators.ts";
import { openLeastAbsolute } from "../calibration/least-absolute.ts";
import { type Group, holdOut } from "./hold-out.ts";
import { withLeftOutIntervals } from "./intervals.ts";
import { prepareQuantities } from "./quantities.ts";
import { aboveCeiling, groupTitles, peerTable, summaryTable, worstTable } from "./report.ts";

const knowledge = openKnowledge(join(tmpdir(), "jetson-advisor-backtest"));
const prepared = prepareQuantities(knowledge);
const solve = await openLeastAbsolute();
const sections: string[] = [];
for (const group of ["model", "source"] as const satisfies readonly Group[]) {
  const outcomes = withLeftOutIntervals(await holdOut(prepared, group, knowledge, calibrators, solve), group);
  sections.push(
    `## ${groupTitles[group]}\n\n${summaryTable(prepared, outcomes)}\n\nEstimates above the physical ceiling: ${aboveCeiling(outcomes).length}`,
  );
  if (group === "model") {
    sections.push(`## Others' formulas on the same cases\n\n${peerTable(prepared, outcomes)}`);
    sections.push(`## Furthest off\n\n${worstTable(prepared, outcomes)}`);
  }
}
const report = `# Backtest\n\n${sections.join("\n\n")}\n`;
mkdirSync(import.meta.dirname, { recursive: true });
writeFileSync(join(import.meta.dirname, "report.md"), report);
process.stdout.write(report);
