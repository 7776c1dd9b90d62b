import { FixList } from "../tool-views/fixes.tsx";
import type { Fit } from "./fit.ts";
import { fromPlanInput } from "./tool-inputs.ts";
import type { ChangePlan } from "./use-plan.ts";

/** What would make the plan fit, each a button that changes the plan so. */
export function FixButtons({ fixes, onChange }: { fixes: Fit["fixes"]; onChange: ChangePlan }) {
  if (fixes.length === 0) return null;
  return (
    <section aria-labelledby="fixes-heading">
      <h3 id="fixes-heading">What would help, smallest change first</h3>
      <FixList
        fixes={fixes}
        action={({ change, input }) => (
          <button type="button" onClick={() => onChange((before) => fromPlanInput(input, before), "step")}>
            Change the plan<span className="visually-hidden">: {change}</span>
          </button>
        )}
      />
    </section>
  );
}
