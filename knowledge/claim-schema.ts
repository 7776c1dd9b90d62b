import { z } from "zod";
import { Metric } from "./evidence-schema.ts";
import { parseQuantity } from "./units.ts";

/** What a document can claim beyond what a run can measure: figures of boards, prices, limits, ratios. */
export const claimedOnly = [
  "bandwidth",
  "memory-capacity",
  "compute-int8-sparse",
  "compute-fp4-sparse",
  "gpu-clock",
  "cpu-cores",
  "cuda-cores",
  "power-limit",
  "lowest-power",
  "price",
  "parameters",
  "largest-model",
  "ratio",
  "tokens-per-watt",
  "money",
  "plain",
] as const;

/** Everything a claim can be about. */
export const ClaimMetric = z.enum([...Metric.options, ...claimedOnly]);
export type ClaimMetric = z.infer<typeof ClaimMetric>;

/** Base units of claims; `op/s` are operations a second, `1` is a plain number. */
export type ClaimUnit = "tok/s" | "ms" | "B" | "W" | "B/s" | "op/s" | "Hz" | "USD" | "billions" | "1";

const speeds: readonly ClaimMetric[] = ["decode", "aggregate", "prefill"];
const times: readonly ClaimMetric[] = ["time-to-first-token", "vision-latency", "frame-latency"];
const units: Readonly<Partial<Record<ClaimMetric, ClaimUnit>>> = {
  power: "W",
  bandwidth: "B/s",
  "compute-int8-sparse": "op/s",
  "compute-fp4-sparse": "op/s",
  "gpu-clock": "Hz",
  "cpu-cores": "1",
  "cuda-cores": "1",
  "power-limit": "W",
  "lowest-power": "W",
  price: "USD",
  parameters: "billions",
  "largest-model": "billions",
  ratio: "1",
  "tokens-per-watt": "1",
  money: "USD",
  plain: "1",
};

/** The base unit of a metric's values. */
export function metricUnit(metric: ClaimMetric): ClaimUnit {
  if (speeds.includes(metric)) return "tok/s";
  if (times.includes(metric)) return "ms";
  return units[metric] ?? "B";
}

/** Reads a claimed amount in the unit of its metric: "55 tok/s", "273 GB/s", "275 TOPS", or a bare number. */
export function parseClaimed(value: string | number, metric: ClaimMetric): number | undefined {
  if (typeof value === "number") return value;
  const unit = metricUnit(metric);
  if (unit === "1" || unit === "billions") return undefined;
  return parseQuantity(value.replaceAll(",", ""), unit);
}

const amount = z.union([z.number(), z.string()]);

/** A model by id, or one of a size that the document speaks of without a name. */
const ClaimedModel = z.union([
  z.string(),
  z.looseObject({ name: z.string(), parametersBillions: z.number().positive() }),
]);

/**
 * A figure that a document prints, in the configuration it states; `heading` is where our notes of the document
 * speak of it. What the document leaves open is left out here too.
 */
export const Claim = z
  .strictObject({
    id: z.string(),
    heading: z.string(),
    device: z.string().optional(),
    powerMode: z.string().optional(),
    model: ClaimedModel.optional(),
    quantization: z.string().optional(),
    runtime: z.string().optional(),
    contextTokens: z.int().positive().optional(),
    promptTokens: z.int().positive().optional(),
    concurrency: z.int().positive().optional(),
    speculation: z.string().optional(),
    /** What sets it apart from other figures of the same configuration: a mean, a peak, a cold start, a release. */
    circumstance: z.string().optional(),
    kind: z.enum(["kit", "module", "board"]).optional(),
    metric: ClaimMetric,
    value: z.union([amount, z.tuple([amount, amount])]),
    /** Two figures, numbers or ids of claims, that give this one when the first is divided by the second. */
    quotient: z.tuple([amount, amount]).optional(),
    note: z.string().optional(),
  })
  .transform(({ value, ...claim }, context) => {
    const ends = (Array.isArray(value) ? value : [value, value]).map((end) =>
      parseClaimed(end, claim.metric),
    );
    const [low, high] = ends;
    if (low !== undefined && high !== undefined && low <= high) return { ...claim, low, high };
    const unit = metricUnit(claim.metric);
    context.addIssue({ code: "custom", message: `wanted an amount in ${unit}, got "${String(value)}"` });
    return z.NEVER;
  });
export type Claim = z.infer<typeof Claim> & { source: string };

/** The figures one document prints. */
export const ClaimFile = z.strictObject({ source: z.string(), rows: z.array(Claim) });
