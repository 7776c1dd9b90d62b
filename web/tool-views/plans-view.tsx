import { formatCount } from "../format.ts";
import { type Guarded, isListOf, isNullOr, isNumber, isShape, isString } from "../guards.ts";
import { Card, Folded, GroundsView, groundsShape } from "./card.tsx";
import { boardOf, isPlan, rowCells, rowColumns } from "./comparison-view.tsx";
import { Figures } from "./figures.tsx";
import { Table } from "./table.tsx";

export const isPlans = isShape({
  ...groundsShape,
  plans: isListOf(isPlan),
  nearest: isNullOr(isPlan),
  configurations: isNumber,
  feasible: isNumber,
  infeasible: isListOf(isShape({ reason: isString, count: isNumber, example: isString })),
});

type Plans = Guarded<typeof isPlans>;

/** Plans for a set of workloads, best first; where none meets all, the nearest and why not. */
export function PlansView({ output }: { output: Plans }) {
  const { plans, nearest, configurations, feasible, infeasible } = output;
  const [first = nearest] = plans;
  const shown = plans.length > 0 ? plans : nearest ? [nearest] : [];
  const reasons = infeasible.map(({ reason, count, example }) => `${count} ${reason}: ${example}`);
  return (
    <Card
      title={plans.length > 0 ? "Plans" : "No plan meets all"}
      hint={first ? `${boardOf(first)}: ${first.settings}` : ""}
    >
      <Figures
        figures={[
          ["Tried", formatCount(configurations, "configuration")],
          ["Meet all", feasible],
        ]}
      />
      <Table
        caption={plans.length > 0 ? "Plans, best first" : "The nearest, and what is against it"}
        columns={[{ name: "Settings" }, ...rowColumns, { name: plans.length > 0 ? "Weights" : "Against it" }]}
        rows={shown.map((plan) => [
          plan.settings,
          ...rowCells(plan),
          (plans.length > 0 ? plan.quality : plan.whyNot) ?? "",
        ])}
      />
      <Folded noun="reason" items={reasons} />
      <GroundsView grounds={output} />
    </Card>
  );
}
