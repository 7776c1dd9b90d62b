import { type ClaimUnit, metricUnit } from "../../knowledge/claim-schema.ts";
import type { Measurement, Metric } from "../../knowledge/evidence-schema.ts";
import { formatCount } from "../../knowledge/units.ts";
import { displayFigure } from "./figures.ts";

/** A measured run beside a question, with all it says of itself and what differs in words. */
export type NearRun = {
  id: string;
  metric: Metric;
  value: number;
  unit: ClaimUnit;
  display: string;
  model: string;
  device: string;
  powerMode: string | null;
  jetsonClocks: boolean | null;
  quantization: string;
  runtime: string;
  version: string | null;
  contextTokens: number | null;
  promptTokens: number | null;
  imageTokens: number | null;
  concurrency: number;
  speculation: string | null;
  acceptedTokensPerPass: number | null;
  confidence: Measurement["confidence"];
  plausible: boolean;
  coldStart: boolean;
  /** How it was run, as far as its source tells: mode, tokens, streams, draft, release; empty where it does not. */
  conditions: string;
  /** True where a tool computed the figure instead of a run measuring it. */
  estimated: boolean;
  distance: string;
  /** True where nothing that was asked for differs. */
  sameConfiguration: boolean;
  date: string | null;
  source: string;
  note: string | null;
};

/** How a run was made, in words. */
function conditionsOf(row: Measurement): string {
  const { powerMode, jetsonClocks, contextTokens, promptTokens, imageTokens, concurrency } = row;
  const tokens = (count: number | undefined, what: string) =>
    count ? `${what} of ${formatCount(count)} ${count === 1 ? "token" : "tokens"}` : "";
  return [
    powerMode ? `in ${powerMode}` : "",
    jetsonClocks ? "clocks pinned" : "",
    tokens(promptTokens, "prompt"),
    contextTokens === promptTokens ? "" : tokens(contextTokens, "context"),
    tokens(imageTokens, "images"),
    concurrency > 1 ? `${concurrency} streams` : "",
    row.speculation ?? "",
    row.runtimeVersion ? `version ${row.runtimeVersion}` : "",
    row.coldStart ? "before warm-up" : "",
  ]
    .filter((words) => words !== "")
    .join(", ");
}

/** A record as a result shows it; what its source leaves out is null. */
export function toNearRun(row: Measurement, distance: string, sameConfiguration: boolean): NearRun {
  const unit = metricUnit(row.metric);
  const { id, metric, value, model, device, quantization, runtime, concurrency } = row;
  const { confidence, plausible, coldStart, source } = row;
  return {
    ...{ id, metric, value, unit, display: displayFigure(value, unit), model, device },
    powerMode: row.powerMode ?? null,
    jetsonClocks: row.jetsonClocks ?? null,
    ...{ quantization, runtime, version: row.runtimeVersion ?? null },
    contextTokens: row.contextTokens ?? null,
    promptTokens: row.promptTokens ?? null,
    imageTokens: row.imageTokens ?? null,
    concurrency,
    speculation: row.speculation ?? null,
    acceptedTokensPerPass: row.acceptedTokensPerPass ?? null,
    conditions: conditionsOf(row),
    ...{ confidence, plausible, coldStart, estimated: row.estimated ?? false, distance, sameConfiguration },
    date: row.date ?? null,
    source,
    note: row.note ?? null,
  };
}
