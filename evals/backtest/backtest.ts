import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Knowledge, openKnowledge } from "../../knowledge/knowledge.ts";
import { type Calibrator, calibrators } from "../calibration/calibrators.ts";
import { openLeastAbsolute } from "../calibration/least-absolute.ts";
import { type Group, holdOut, type Outcome } from "./hold-out.ts";
import { withLeftOutIntervals } from "./intervals.ts";
import { drawPlot, toPoints } from "./plot.ts";
import { prepareQuantities } from "./quantities.ts";
import type { Prepared } from "./quantity.ts";
import { formatReport } from "./report.ts";

/** The unit of what is plotted. */
const plotted = "tok/s";

/** Estimates every case with its model, and again with its source, left out; writes the report and its plot. */
export async function backtest(
  knowledge: Knowledge,
  prepared: readonly Prepared[],
  fits: readonly Calibrator[],
  folder: string,
): Promise<string> {
  const solve = await openLeastAbsolute();
  const leftOut = async (group: Group): Promise<Outcome[]> => {
    const { outcomes } = await holdOut(prepared, group, knowledge, fits, solve);
    return withLeftOutIntervals(outcomes, group);
  };
  const outcomes = { model: await leftOut("model"), source: await leftOut("source") };
  const shown = prepared.filter(({ quantity }) => quantity.unit === plotted);
  const titles = new Map(shown.map(({ quantity }) => [quantity.id, quantity.title]));
  const report = formatReport(prepared, outcomes);
  writeFileSync(join(folder, "plot.svg"), await drawPlot(toPoints(outcomes.model, titles), plotted));
  writeFileSync(join(folder, "report.md"), report);
  return report;
}

if (import.meta.main) {
  const knowledge = openKnowledge(join(tmpdir(), "jetson-advisor-backtest"));
  const prepared = prepareQuantities(knowledge);
  process.stdout.write(await backtest(knowledge, prepared, calibrators, import.meta.dirname));
}
