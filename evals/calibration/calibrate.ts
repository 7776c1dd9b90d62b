import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KNOWLEDGE_FOLDER, openKnowledge } from "../../knowledge/knowledge.ts";
import { holdOut } from "../backtest/hold-out.ts";
import { fitIntervals } from "../backtest/intervals.ts";
import { prepareQuantities } from "../backtest/quantities.ts";
import { replaceAssumptions } from "../knowledge-view.ts";
import { calibrators } from "./calibrators.ts";
import { withFitted } from "./fitted-assumptions.ts";
import { openLeastAbsolute } from "./least-absolute.ts";
import { withRanges } from "./ranges.ts";
import { recalibrate } from "./recalibrate.ts";

const path = join(KNOWLEDGE_FOLDER, "assumptions.yaml");
const knowledge = openKnowledge(join(tmpdir(), "jetson-advisor-calibration"));
const solve = await openLeastAbsolute();
const constants = recalibrate(knowledge, calibrators, solve);
const calibrated = replaceAssumptions(knowledge, constants);
const prepared = prepareQuantities(calibrated);
const byModel = await holdOut(prepared, "model", calibrated, calibrators, solve);
const bySource = await holdOut(prepared, "source", calibrated, calibrators, solve);
const intervals = fitIntervals(
  { model: byModel.outcomes, source: bySource.outcomes },
  (interval) => interval === "interval-measured",
);
const fitted = { ...withRanges(constants, byModel.constants), ...intervals };
writeFileSync(path, withFitted(readFileSync(path, "utf8"), fitted));
for (const [id, { value, range, sampleSize = 0 }] of Object.entries(fitted))
  process.stdout.write(
    `${id.padEnd(44)} ${String(value).padStart(10)}  ${range ? `${range[0]} to ${range[1]}` : ""}  n = ${sampleSize}\n`,
  );
