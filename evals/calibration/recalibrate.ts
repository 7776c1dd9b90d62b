import type { Assumption } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { replaceAssumptions } from "../knowledge-view.ts";
import type { Calibrator } from "./calibrators.ts";
import type { FitLeastAbsolute } from "./least-absolute.ts";

/** What all calibrators give on the measurements of `knowledge`; each sees what those before it found. */
export function recalibrate(
  knowledge: Knowledge,
  calibrators: readonly Calibrator[],
  solve: FitLeastAbsolute,
): Record<string, Assumption> {
  const fitted: Record<string, Assumption> = {};
  for (const calibrate of calibrators)
    Object.assign(fitted, calibrate(replaceAssumptions(knowledge, { ...fitted }), solve));
  return fitted;
}
