import { type DynamicToolUIPart, getToolName, type ToolUIPart } from "ai";
import type { ReactNode } from "react";
import type { Guard } from "../guards.ts";
import { ClaimView, isClaim } from "./claim-view.tsx";
import { ComparisonView, isComparison } from "./comparison-view.tsx";
import { DecisionView, isDecision } from "./decision-view.tsx";
import { FleetCostView, isFleetCost } from "./fleet-cost-view.tsx";
import { GenericView } from "./generic-view.tsx";
import { isMeasurements, MeasurementsView } from "./measurements-view.tsx";
import { isMemoryFit, MemoryFitView } from "./memory-fit-view.tsx";
import { isPassages, PassagesView } from "./passages-view.tsx";
import { isPlans, PlansView } from "./plans-view.tsx";
import { isThroughput, ThroughputView } from "./throughput-view.tsx";

type View = (output: unknown) => ReactNode | undefined;

/** A view for results of one shape; undefined for any other. */
function viewOf<Output>(fits: Guard<Output>, Shown: (props: { output: Output }) => ReactNode): View {
  return (output) => (fits(output) ? <Shown output={output} /> : undefined);
}

const views = new Map<string, View>([
  ["memory-fit", viewOf(isMemoryFit, MemoryFitView)],
  ["estimate-throughput", viewOf(isThroughput, ThroughputView)],
  ["compare-devices", viewOf(isComparison, ComparisonView)],
  ["plan-system", viewOf(isPlans, PlansView)],
  ["fleet-cost", viewOf(isFleetCost, FleetCostView)],
  ["find-measurements", viewOf(isMeasurements, MeasurementsView)],
  ["check-claim", viewOf(isClaim, ClaimView)],
  ["decision-tree", viewOf(isDecision, DecisionView)],
  ["search-documents", viewOf(isPassages, PassagesView)],
]);

/** One call of a tool: running, stopped, failed, or its result in the view made for it. */
export function ToolView({ part, isBusy }: { part: ToolUIPart | DynamicToolUIPart; isBusy: boolean }) {
  const name = getToolName(part);
  if (part.state === "output-available")
    return views.get(name)?.(part.output) ?? <GenericView name={name} output={part.output} />;
  if (part.state === "output-error")
    return (
      <p className="note failed">
        {name} gave no result: {part.errorText}
      </p>
    );
  return (
    <p className="note">{isBusy ? `Running ${name} …` : `${name} was stopped before it had a result.`}</p>
  );
}
