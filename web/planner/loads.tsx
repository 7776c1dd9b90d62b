import { useRef } from "react";
import type { Catalog } from "./catalog.ts";
import type { Fit } from "./fit.ts";
import { firstOf, kinds, wordsOf } from "./kinds.ts";
import { LoadCard } from "./load-card.tsx";
import { addLoad, type Load, mostLoads, type Plan, type Settings } from "./plan.ts";
import { readSettings } from "./settings.ts";
import type { ChangePlan } from "./use-plan.ts";

/** What the tools filled in for a workload; nothing while they speak of another one. */
function usualOf({ model }: Load, index: number, fit: Fit | undefined): Settings {
  const resolved = fit?.resolved.workloads[index];
  return resolved?.model === model ? readSettings(resolved) : {};
}

type LoadsProps = { plan: Plan; catalog: Catalog; fit: Fit | undefined; onChange: ChangePlan };

/** Everything that runs on the board at once, and the buttons that add to it. */
export function Loads({ plan, catalog, fit, onChange }: LoadsProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { loads } = plan;
  const holds = fit?.verdict === "fits" || fit?.verdict === "tight";
  return (
    <section aria-labelledby="loads-heading" className="loads">
      <h2 id="loads-heading" ref={heading} tabIndex={-1}>
        What runs on it
      </h2>
      {loads.length === 0 && <p className="note">Nothing yet. Add what is to run on the board at once.</p>}
      {loads.map((load, index) => (
        <LoadCard
          key={load.key}
          load={load}
          plan={plan}
          catalog={catalog}
          usual={usualOf(load, index, fit)}
          holds={holds}
          onChange={onChange}
          onRemoved={() => heading.current?.focus()}
        />
      ))}
      <fieldset className="add">
        <legend>Add</legend>
        {kinds.map((kind) => {
          const first = firstOf(kind, catalog);
          return (
            first && (
              <button
                key={kind}
                type="button"
                disabled={loads.length >= mostLoads}
                onClick={() => onChange((before) => addLoad(before, first.id), "step")}
              >
                {wordsOf(kind).one}
              </button>
            )
          );
        })}
      </fieldset>
    </section>
  );
}
