import type { CheckedClaim } from "../../tools/check-claim.ts";
import type { DeviceComparison } from "../../tools/compare-devices.ts";
import type { Decision } from "../../tools/decision-tree.ts";
import type { Throughput } from "../../tools/estimate-throughput.ts";
import type { FoundMeasurements } from "../../tools/find-measurements.ts";
import type { FleetCost } from "../../tools/fleet/fleet-result.ts";
import type { LookUp } from "../../tools/look-up.ts";
import type { MemoryFit } from "../../tools/memory-fit.ts";
import type { SystemPlan } from "../../tools/plan-system.ts";
import type { DocumentSearch } from "../../tools/search-documents.ts";
import type { StreamCapacity } from "../../tools/stream-capacity.ts";
import type { ToolResult } from "../../tools/tool.ts";
import type { Troubleshooting } from "../../tools/troubleshoot.ts";

/** A call that came back: with a result, or with the sentence that says why not. */
export type Outcome =
  | { name: string; input: unknown; output: ToolResult }
  | { name: string; input: unknown; error: string };

/** The results of a turn, by tool. */
export type Results = {
  fits: MemoryFit[];
  speeds: Throughput[];
  costs: FleetCost[];
  decisions: Decision[];
  lookUps: LookUp[];
  searches: DocumentSearch[];
  comparisons: DeviceComparison[];
  systemPlans: SystemPlan[];
  claims: CheckedClaim[];
  findings: FoundMeasurements[];
  troubles: Troubleshooting[];
  streams: StreamCapacity[];
  errors: string[];
};

const isFit = (output: ToolResult): output is MemoryFit => "bytesNeeded" in output;
const isSpeed = (output: ToolResult): output is Throughput => "ceilingTokensPerSecond" in output;
const isCost = (output: ToolResult): output is FleetCost => "perDevicePerYearUsd" in output;
const isDecision = (output: ToolResult): output is Decision => "platform" in output;
const isLookUp = (output: ToolResult): output is LookUp => "record" in output;
const isSearch = (output: ToolResult): output is DocumentSearch => "passages" in output;

const isComparison = (output: ToolResult): output is DeviceComparison => "rows" in output;
const isSystemPlan = (output: ToolResult): output is SystemPlan => "plans" in output;
const isClaim = (output: ToolResult): output is CheckedClaim => "ratioToCeiling" in output;
const isStreams = (output: ToolResult): output is StreamCapacity => "levers" in output;
const isFinding = (output: ToolResult): output is FoundMeasurements => "measurements" in output;
const isTrouble = (output: ToolResult): output is Troubleshooting => "causes" in output;

/** Sorts what came back by what it is. */
export function sortResults(outcomes: readonly Outcome[]): Results {
  const outputs = outcomes.flatMap((outcome) => ("output" in outcome ? [outcome.output] : []));
  return {
    fits: outputs.filter(isFit),
    speeds: outputs.filter(isSpeed),
    costs: outputs.filter(isCost),
    decisions: outputs.filter(isDecision),
    lookUps: outputs.filter(isLookUp),
    searches: outputs.filter(isSearch),
    comparisons: outputs.filter(isComparison),
    systemPlans: outputs.filter(isSystemPlan),
    claims: outputs.filter(isClaim),
    findings: outputs.filter(isFinding),
    troubles: outputs.filter(isTrouble),
    streams: outputs.filter(isStreams),
    errors: outcomes.flatMap((outcome) => ("error" in outcome ? [outcome.error] : [])),
  };
}
