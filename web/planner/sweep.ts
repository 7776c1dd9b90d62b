import type { RankBy } from "../../tools/sweep/ranking.ts";
import { type Guarded, isListOf, isNullOr, isNumber, isOneOf, isShape } from "../guards.ts";
import { groundsShape } from "../tool-views/grounds.ts";
import { isPlan, isRow } from "../tool-views/sweep.ts";
import { isPlanInput } from "./tool-inputs.ts";

type Row = Guarded<typeof isRow>;
type PlanRow = Guarded<typeof isPlan>;
/** A row that can be taken over: it holds the whole plan. */
export type Takeable<Each> = Each & { input: Guarded<typeof isPlanInput> };

const hasInput = isShape({ input: isPlanInput });

function isTakeableRow(value: unknown): value is Takeable<Row> {
  return isRow(value) && hasInput(value);
}

function isTakeablePlan(value: unknown): value is Takeable<PlanRow> {
  return isPlan(value) && hasInput(value);
}

/** What `compare-devices` gives, as far as the planner shows it. */
export const isBoardSweep = isShape({ ...groundsShape, rows: isListOf(isTakeableRow) });

/** What `plan-system` gives, as far as the planner shows it. */
export const isSystemSweep = isShape({
  ...groundsShape,
  plans: isListOf(isTakeablePlan),
  nearest: isNullOr(isTakeablePlan),
  configurations: isNumber,
  feasible: isNumber,
});

/** What may count most, in words. */
export const rankings: readonly { id: RankBy; name: string }[] = [
  { id: "cheapest", name: "Lowest price" },
  { id: "coolest", name: "Least power" },
  { id: "fastest", name: "Highest speed" },
  { id: "headroom", name: "Most memory left" },
];

export const isRanking = isOneOf<RankBy>(["cheapest", "coolest", "fastest", "headroom"]);
