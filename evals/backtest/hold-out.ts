import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Calibrator } from "../calibration/calibrators.ts";
import type { FitLeastAbsolute } from "../calibration/least-absolute.ts";
import { recalibrate } from "../calibration/recalibrate.ts";
import { hideMeasurements, replaceAssumptions } from "../knowledge-view.ts";
import type { Case, Estimated, Prepared } from "./quantity.ts";

/** What is left out together. */
export type Group = "model" | "source";

/** A case beside what the tools said of it when they had never seen its group. */
export type Outcome = {
  quantity: string;
  own: Case;
  estimated: Estimated | null;
  peers: Readonly<Record<string, number | null>>;
};

/** The knowledge of somebody who never saw a group: its runs are hidden and every constant is fitted anew. */
export function withoutGroup(
  knowledge: Knowledge,
  group: Group,
  name: string,
  calibrators: readonly Calibrator[],
  solve: FitLeastAbsolute,
): Knowledge {
  const hidden = hideMeasurements(knowledge, (row) => row[group] === name);
  return replaceAssumptions(hidden, recalibrate(hidden, calibrators, solve));
}

/** Estimates every case with its own group left out, group by group. */
export async function holdOut(
  prepared: readonly Prepared[],
  group: Group,
  knowledge: Knowledge,
  calibrators: readonly Calibrator[],
  solve: FitLeastAbsolute,
): Promise<Outcome[]> {
  const tests = prepared.flatMap(({ quantity, tests: own }) => own.map((test) => ({ quantity, ...test })));
  const outcomes: Outcome[] = [];
  for (const [name, members] of Map.groupBy(tests, ({ own }) => own[group])) {
    const isFitted = members.some(({ quantity }) => quantity.fitted);
    const view = isFitted ? withoutGroup(knowledge, group, name, calibrators, solve) : knowledge;
    for (const { quantity, own, estimate, peers } of members)
      outcomes.push({ quantity: quantity.id, own, estimated: await estimate(view), peers });
  }
  return outcomes;
}
