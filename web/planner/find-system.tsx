import { useState } from "react";
import type { PlanSystemInput } from "../../tools/plan-system.ts";
import { Failure } from "../failure.tsx";
import { formatCount, formatInteger } from "../format.ts";
import { GroundsView } from "../tool-views/card.tsx";
import { Choice } from "./choice.tsx";
import { NumberField } from "./number-field.tsx";
import type { Plan } from "./plan.ts";
import { isRanking, isSystemSweep, rankings } from "./sweep.ts";
import { SweepTable } from "./sweep-table.tsx";
import { fromPlanInput, toSystemInput } from "./tool-inputs.ts";
import type { ChangePlan } from "./use-plan.ts";
import { useTool } from "./use-tool.ts";

type Limits = Pick<PlanSystemInput, "budgetUsd" | "powerBudgetWatts" | "minimumTokensPerSecond" | "rankBy">;

function LimitFields({ limits, onLimits }: { limits: Limits; onLimits: (limits: Limits) => void }) {
  const fields = [
    ["budgetUsd", "Budget for one board, USD"],
    ["powerBudgetWatts", "Power budget, W"],
    ["minimumTokensPerSecond", "At least, tok/s"],
  ] as const;
  return (
    <div className="fields">
      <Choice
        label="What counts most"
        value={limits.rankBy ?? "cheapest"}
        options={rankings}
        onPick={(id) => isRanking(id) && onLimits({ ...limits, rankBy: id })}
      />
      {fields.map(([name, label]) => (
        <NumberField
          key={name}
          label={label}
          value={limits[name]}
          least={1}
          onValue={(value) => onLimits({ ...limits, [name]: value })}
        />
      ))}
    </div>
  );
}

type FoundProps = { asked: PlanSystemInput | undefined; onChange: ChangePlan };

function Found({ asked, onChange }: FoundProps) {
  const { output, error, isLate, retry } = useTool("plan-system", asked, isSystemSweep);
  if (error) return <Failure error={error} onRetry={retry} />;
  if (!asked) return null;
  if (!output) return <p className="note">Trying every board, format and engine …</p>;
  const { plans, nearest, configurations, feasible } = output;
  const isFound = plans.length > 0;
  return (
    <div data-late={isLate}>
      <p role="status">
        {formatCount(configurations, "configuration")} tried; {formatInteger(feasible)} meet all.
      </p>
      <SweepTable
        caption={isFound ? "Plans" : "None meets all. The nearest"}
        order={isFound ? "best first" : "and what is against it"}
        rows={isFound ? plans : nearest ? [nearest] : []}
        more={[{ name: "Settings", cell: ({ settings }) => settings, by: ({ settings }) => settings }]}
        onTake={({ input }) => onChange((before) => fromPlanInput(input, before), "step")}
      />
      <GroundsView grounds={output} />
    </div>
  );
}

/** The plan's workloads on every board, in every power mode, format and engine in common use. */
export function FindSystem({ plan, onChange }: { plan: Plan; onChange: ChangePlan }) {
  const [limits, setLimits] = useState<Limits>({});
  const [isKept, setIsKept] = useState(false);
  const [asked, setAsked] = useState<PlanSystemInput>();
  if (plan.loads.length === 0) return <p className="note">Nothing runs on the board yet: add a workload.</p>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setAsked({ ...toSystemInput(plan, isKept), ...limits });
      }}
    >
      <LimitFields limits={limits} onLimits={setLimits} />
      <label className="check-field">
        <input type="checkbox" checked={isKept} onChange={(event) => setIsKept(event.target.checked)} />
        Keep the formats, engines and caches that the plan names
      </label>
      <button type="submit">Find the best system</button>
      <Found asked={asked} onChange={onChange} />
    </form>
  );
}
