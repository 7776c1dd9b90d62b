import { formatCount } from "../format.ts";
import { type Guarded, isListOf, isNullOr, isNumber, isShape, isString } from "../guards.ts";
import { Card, Fold, Folded, GroundsView } from "./card.tsx";
import { groundsShape } from "./grounds.ts";
import { isPlan } from "./sweep.ts";
import { boardOf, rowCells, rowColumns } from "./sweep-cells.tsx";
import { Table } from "./table.tsx";

export const isPlans = isShape({
  ...groundsShape,
  plans: isListOf(isPlan),
  nearest: isNullOr(isPlan),
  configurations: isNumber,
  feasible: isNumber,
  infeasible: isListOf(isShape({ reason: isString, count: isNumber, example: isString })),
});

type Plan = Guarded<typeof isPlan>;

/** Plans shown before the rest is folded away. */
const shown = 4;

function Settings({ plan: { settings, quality } }: { plan: Plan }) {
  return (
    <>
      {settings}
      {quality && <span className="under">{quality}</span>}
    </>
  );
}

function PlanTable({ caption, plans }: { caption: string; plans: readonly Plan[] }) {
  const hasReasons = plans.some(({ whyNot }) => whyNot);
  return (
    <Table
      isStacking={true}
      caption={caption}
      columns={[...rowColumns, { name: "Settings" }, ...(hasReasons ? [{ name: "Against it" }] : [])]}
      rows={plans.map((plan) => [
        ...rowCells(plan),
        <Settings key="settings" plan={plan} />,
        plan.whyNot ?? "",
      ])}
    />
  );
}

/** Plans for a set of workloads, best first; where none meets all, the nearest and why not. */
export function PlansView({ output }: { output: Guarded<typeof isPlans> }) {
  const { plans, nearest, configurations, feasible, infeasible } = output;
  const meetsAll = plans.length > 0;
  const all = meetsAll ? plans : nearest ? [nearest] : [];
  const others = all.slice(shown);
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
          {meetsAll ? "Best" : "Nearest"}: {boardOf(first)}, {first.settings}
        </p>
      )}
      <p className="note">
        {formatCount(configurations, "configuration")} tried; {feasible} meet all.
      </p>
      <PlanTable
        caption={meetsAll ? "Plans, best first" : "The nearest, and what is against it"}
        plans={all.slice(0, shown)}
      />
      {others.length > 0 && (
        <Fold summary={formatCount(others.length, "further plan")}>
          <PlanTable caption="Further plans" plans={others} />
        </Fold>
      )}
    </Card>
  );
}
