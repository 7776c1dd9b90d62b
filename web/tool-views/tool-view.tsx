import type { ReactNode } from "react";
import type { Guard } from "../guards.ts";
import { ClaimView } from "./claim-view.tsx";
import { ComparisonView, isComparison } from "./comparison-view.tsx";
import { DecisionView, isDecision } from "./decision-view.tsx";
import { FleetCostView, isFleetCost } from "./fleet-cost-view.tsx";
import { GenericView } from "./generic-view.tsx";
import type { ResultGroup } from "./group-results.ts";
import { LedgerComparison } from "./ledger-comparison.tsx";
import { isLookUp, LookUpView } from "./look-up-view.tsx";
import { isMeasurements, MeasurementsView } from "./measurements-view.tsx";
import { MemoryFitView } from "./memory-fit-view.tsx";
import { isPassages, PassagesView } from "./passages-view.tsx";
import { isPlans, PlansView } from "./plans-view.tsx";
import { isStreamCapacity, StreamCapacityView } from "./stream-capacity-view.tsx";
import { ThroughputView } from "./throughput-view.tsx";
import { isTroubleshooting, TroubleshootView } from "./troubleshoot-view.tsx";

type View = (output: unknown, isAside: boolean) => ReactNode | undefined;

/** A view for results of one shape; undefined for any other. */
function viewOf<Output>(
  fits: Guard<Output>,
  Shown: (props: { output: Output; isAside: boolean }) => ReactNode,
): View {
  return (output, isAside) => (fits(output) ? <Shown output={output} isAside={isAside} /> : undefined);
}

const views = new Map<string, View>([
  ["compare-devices", viewOf(isComparison, ComparisonView)],
  ["plan-system", viewOf(isPlans, PlansView)],
  ["fleet-cost", viewOf(isFleetCost, FleetCostView)],
  ["find-measurements", viewOf(isMeasurements, MeasurementsView)],
  ["decision-tree", viewOf(isDecision, DecisionView)],
  ["stream-capacity", viewOf(isStreamCapacity, StreamCapacityView)],
  ["troubleshoot", viewOf(isTroubleshooting, TroubleshootView)],
  ["look-up", viewOf(isLookUp, LookUpView)],
  ["search-documents", viewOf(isPassages, PassagesView)],
]);

/** What tools gave, in the view made for it; a result of a shape that the page does not know as names and values. */
export function ToolView({ group }: { group: ResultGroup }) {
  if (group.kind === "speed") return <ThroughputView outputs={group.speeds} />;
  if (group.kind === "memory") {
    const [first, ...others] = group.fits;
    if (first && others.length === 0) return <MemoryFitView output={first} />;
    return <LedgerComparison fits={group.fits} />;
  }
  if (group.kind === "claim") return <ClaimView claims={group.claims} />;
  const { name, output, isAside } = group;
  return views.get(name)?.(output, isAside) ?? <GenericView name={name} output={output} />;
}
