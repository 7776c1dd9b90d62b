import { type ClaimUnit, metricUnit } from "../../knowledge/claim-schema.ts";
import type { Measurement, Metric } from "../../knowledge/evidence-schema.ts";
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
  /** True where a tool computed the figure instead of a run measuring it. */
  estimated: boolean;
  distance: string;
  /** True where nothing that was asked for differs. */
  sameConfiguration: boolean;
  date: string | null;
  source: string;
  note: string | null;
};

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
    ...{ confidence, plausible, coldStart, estimated: row.estimated ?? false, distance, sameConfiguration },
    date: row.date ?? null,
    source,
    note: row.note ?? null,
  };
}
