import type { Assumption } from "../../knowledge/evidence-schema.ts";
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

/** What somebody knows who never saw a group, and the constants fitted without it. */
export type Fold = { view: Knowledge; constants: Record<string, Assumption> };

/** Hides the runs of a group and fits every constant anew. */
export function withoutGroup(
  knowledge: Knowledge,
  group: Group,
  name: string,
  calibrators: readonly Calibrator[],
  solve: FitLeastAbsolute,
): Fold {
  const hidden = hideMeasurements(knowledge, (row) => row[group] === name);
  const constants = recalibrate(hidden, calibrators, solve);
  return { view: replaceAssumptions(hidden, constants), constants };
}

/** Estimates every case with its own group left out, group by group; `constants` are those of each fit. */
export async function holdOut(
  prepared: readonly Prepared[],
  group: Group,
  knowledge: Knowledge,
  calibrators: readonly Calibrator[],
  solve: FitLeastAbsolute,
): Promise<{ outcomes: Outcome[]; constants: Fold["constants"][] }> {
  const tests = prepared.flatMap(({ quantity, tests: own }) => own.map((test) => ({ quantity, ...test })));
  const outcomes: Outcome[] = [];
  const constants: Fold["constants"][] = [];
  for (const [name, members] of Map.groupBy(tests, ({ own }) => own[group])) {
    const isFitted = members.some(({ quantity }) => quantity.fitted);
    const fold = isFitted ? withoutGroup(knowledge, group, name, calibrators, solve) : undefined;
    if (fold) constants.push(fold.constants);
    for (const { quantity, own, estimate, peers } of members)
      outcomes.push({
        quantity: quantity.id,
        own,
        estimated: await estimate(fold?.view ?? knowledge),
        peers,
      });
  }
  return { outcomes, constants };
}
