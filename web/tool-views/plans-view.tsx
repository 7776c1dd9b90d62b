import { formatCount, formatInteger } from "../format.ts";
import { type Guarded, isListOf, isMissingOr, isNullOr, isNumber, isShape, isString } from "../guards.ts";
import { Card, Folded, GroundsView } from "./card.tsx";
import { groundsShape } from "./grounds.ts";
import { type SortableColumn, SortableTable } from "./sortable-table.tsx";
import { firstOf, isPlan } from "./sweep.ts";
import { boardOf, reasonColumns, rowColumns } from "./sweep-cells.tsx";

export const isPlans = isShape({
  ...groundsShape,
  plans: isListOf(isPlan),
  nearest: isNullOr(isPlan),
  configurations: isNumber,
  feasible: isNumber,
  rankedBy: isMissingOr(isString),
  infeasible: isListOf(isShape({ reason: isString, count: isNumber, example: isString })),
});

type Plan = Guarded<typeof isPlan>;

/** Plans shown before the rest is asked for. */
const limit = { count: 4, noun: "plan" };

const settings: SortableColumn<Plan> = {
  name: "Settings",
  cell: ({ settings, quality }) => (
    <>
      {settings}
      {quality && <span className="under">{quality}</span>}
    </>
  ),
  by: ({ settings }) => settings,
};

/** Plans for a set of workloads, best first; where none meets all, the nearest and why not. */
export function PlansView({ output }: { output: Guarded<typeof isPlans> }) {
  const { plans, nearest, rankedBy, configurations, feasible, infeasible } = output;
  const meetsAll = plans.length > 0;
  const all = meetsAll ? plans : nearest ? [nearest] : [];
  const [first] = all;
  const reasons = infeasible.map(({ reason, count, example }) => `${count} ${reason}: ${example}`);
  return (
    <Card
      title={meetsAll ? "Plans" : "No plan meets all"}
      details={
        <>
          <Folded noun="reason" items={reasons} />
          <GroundsView grounds={output} />
        </>
      }
    >
      {first && (
        <p className="lead">
          {meetsAll ? `${firstOf(rankedBy)} that meets all` : "Nearest"}: {boardOf(first)}, {first.settings}
        </p>
      )}
      <p className="note">
        {formatCount(configurations, "configuration")} tried; {formatInteger(feasible)} meet all.
      </p>
      <SortableTable
        caption={meetsAll ? "Plans" : "The nearest"}
        order={meetsAll ? "best first" : "and what is against it"}
        columns={[...rowColumns, settings, ...reasonColumns(all)]}
        rows={all}
        limit={limit}
      />
    </Card>
  );
}
