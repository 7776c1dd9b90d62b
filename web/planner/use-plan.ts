import { useCallback, useEffect, useRef, useState } from "react";
import { navigate, useSearch } from "wouter/use-browser-location";
import { recall, remember } from "../tab-storage.ts";
import type { Catalog } from "./catalog.ts";
import { firstPlan, knownPlan } from "./known-plan.ts";
import type { Plan } from "./plan.ts";
import { formatPlan, parsePlan, type Read } from "./plan-address.ts";

/** Changes the plan; a step is a change that the browser's way back undoes, a slider's are not. */
export type ChangePlan = (change: (plan: Plan) => Plan, kind?: "step") => void;

/** Browsers refuse an address that is written with every step of a slider. */
const writeAfterMs = 250;

/** The plan, for whoever comes back from another view; the address has it too. */
const remembered = "plan";

function bare(search: string): string {
  return search.replace(/^\?/, "");
}

function readPlan(query: string, catalog: Catalog): Read {
  const stated = query || recall(remembered);
  return stated === "" ? { plan: firstPlan(catalog), notes: [] } : knownPlan(parsePlan(stated), catalog);
}

/** An address that has gone on to another view is left alone. */
function write(query: string, replace: boolean): void {
  if (window.location.pathname === "/planner") navigate(`/planner?${query}`, { replace });
}

/** The plan of the address: read from it, and written to it as it changes. */
export function usePlan(catalog: Catalog): Read & { change: ChangePlan } {
  const query = bare(useSearch());
  const [read, setRead] = useState(() => readPlan(query, catalog));
  const written = useRef(query);
  const { plan } = read;
  const current = formatPlan(plan);

  useEffect(() => {
    if (query === written.current) return;
    written.current = query;
    setRead(readPlan(query, catalog));
  }, [query, catalog]);

  useEffect(() => {
    remember(remembered, current);
    if (current === written.current) return;
    const timer = setTimeout(() => {
      written.current = current;
      write(current, true);
    }, writeAfterMs);
    return () => clearTimeout(timer);
  }, [current]);

  const change = useCallback<ChangePlan>(
    (changed, kind) => {
      const next = changed(plan);
      const after = formatPlan(next);
      if (kind === "step" && after !== current) {
        if (current !== written.current) write(current, true);
        written.current = after;
        write(after, false);
      }
      setRead({ plan: next, notes: [] });
    },
    [plan, current],
  );
  return { ...read, change };
}
