import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Assumption } from "../../knowledge/evidence-schema.ts";
import { KNOWLEDGE_FOLDER, type Knowledge, openKnowledge } from "../../knowledge/knowledge.ts";
import { holdOut } from "../backtest/hold-out.ts";
import { fitIntervals } from "../backtest/intervals.ts";
import { prepareQuantities } from "../backtest/quantities.ts";
import type { Prepared } from "../backtest/quantity.ts";
import { replaceAssumptions } from "../knowledge-view.ts";
import { type Calibrator, calibrators } from "./calibrators.ts";
import { withFitted } from "./fitted-assumptions.ts";
import { openLeastAbsolute } from "./least-absolute.ts";
import { withRanges } from "./ranges.ts";
import { recalibrate } from "./recalibrate.ts";

/** Fits constants, then the intervals that runs left out ask for, and writes both into the assumptions at `path`. */
export async function calibrate(
  knowledge: Knowledge,
  fits: readonly Calibrator[],
  prepare: (calibrated: Knowledge) => Prepared[],
  path: string,
): Promise<Record<string, Assumption>> {
  const solve = await openLeastAbsolute();
  const constants = recalibrate(knowledge, fits, solve);
  const calibrated = replaceAssumptions(knowledge, constants);
  const prepared = prepare(calibrated);
  const byModel = await holdOut(prepared, "model", calibrated, fits, solve);
  const bySource = await holdOut(prepared, "source", calibrated, fits, solve);
  const intervals = fitIntervals(
    { model: byModel.outcomes, source: bySource.outcomes },
    (interval) => interval === "interval-measured",
  );
  const fitted = { ...withRanges(constants, byModel.constants), ...intervals };
  writeFileSync(path, withFitted(readFileSync(path, "utf8"), fitted));
  return fitted;
}

if (import.meta.main) {
  const knowledge = openKnowledge(join(tmpdir(), "jetson-advisor-calibration"));
  const path = join(KNOWLEDGE_FOLDER, "assumptions.yaml");
  const fitted = await calibrate(knowledge, calibrators, prepareQuantities, path);
  for (const [id, { value, range, sampleSize = 0 }] of Object.entries(fitted))
    process.stdout.write(
      `${id.padEnd(44)} ${String(value).padStart(10)}  ${range ? `${range[0]} to ${range[1]}` : ""}  n = ${sampleSize}\n`,
    );
}
