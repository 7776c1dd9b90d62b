import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openKnowledge } from "../../knowledge/knowledge.ts";
import { calibrators } from "../calibration/calibrators.ts";
import { openLeastAbsolute } from "../calibration/least-absolute.ts";
import { holdOut } from "./hold-out.ts";
import { withLeftOutIntervals } from "./intervals.ts";
import { drawPlot, toPoints } from "./plot.ts";
import { prepareQuantities } from "./quantities.ts";
import { formatReport } from "./report.ts";

const knowledge = openKnowledge(join(tmpdir(), "jetson-advisor-backtest"));
const prepared = prepareQuantities(knowledge);
const solve = await openLeastAbsolute();
const leftOut = async (group: "model" | "source") =>
  withLeftOutIntervals((await holdOut(prepared, group, knowledge, calibrators, solve)).outcomes, group);
const outcomes = { model: await leftOut("model"), source: await leftOut("source") };

const titles = new Map(
  prepared
    .filter(({ quantity }) => quantity.unit === "tok/s")
    .map(({ quantity }) => [quantity.id, quantity.title]),
);
writeFileSync(
  join(import.meta.dirname, "plot.svg"),
  await drawPlot(toPoints(outcomes.model, titles), "tok/s"),
);
const report = formatReport(prepared, outcomes);
writeFileSync(join(import.meta.dirname, "report.md"), report);
process.stdout.write(report);
