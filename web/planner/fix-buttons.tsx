import { marginOf } from "../tool-views/fixes.tsx";
import { VerdictBadge } from "../tool-views/verdict-badge.tsx";
import type { Fit } from "./fit.ts";
import { fromPlanInput } from "./tool-inputs.ts";
import type { ChangePlan } from "./use-plan.ts";

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What would make the plan fit, each a button that changes the plan so. */
export function FixButtons({ fixes, onChange }: { fixes: Fit["fixes"]; onChange: ChangePlan }) {
  if (fixes.length === 0) return null;
  return (
    <section aria-labelledby="fixes-heading">
      <h3 id="fixes-heading">What would help, smallest change first</h3>
      <ul className="fixes">
        {fixes.map(({ change, verdict, headroomBytes, input }) => (
          <li key={change}>
            <p>
              {capital(change)}{" "}
              <span className="then">
                <VerdictBadge verdict={verdict} /> <span className="note">{marginOf(headroomBytes)}</span>
              </span>
            </p>
            <button type="button" onClick={() => onChange((before) => fromPlanInput(input, before), "step")}>
              Change the plan<span className="visually-hidden">: {change}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
