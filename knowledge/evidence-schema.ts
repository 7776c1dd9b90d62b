import { z } from "zod";
import { Confidence, SourceIds } from "./schema.ts";
import { parseQuantity } from "./units.ts";

/** Somebody who said something: a document, a log, a vendor's table. */
export const Source = z.strictObject({
  title: z.string(),
  publisher: z.string().optional(),
  date: z.string().optional(),
  url: z.string().optional(),
  read: z.string().optional(),
  trust: Confidence.optional(),
  trustReason: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

const amount = z.union([
  z.number(),
  z.string().transform((text, context) => {
    const value =
      parseQuantity(text, "B") ??
      parseQuantity(text, "ms") ??
      parseQuantity(text, "W") ??
      parseQuantity(text, "Hz");
    if (value === undefined) {
      context.addIssue({
        code: "custom",
        message: `wanted a number, a size, a duration, a power or a clock, got "${text}"`,
      });
      return z.NEVER;
    }
    return value;
  }),
]);

/** An empirical constant is a claim: value, range and source; `fittedOn` names the measurements behind it. */
export const Assumption = z.strictObject({
  value: amount,
  range: z.tuple([amount, amount]).optional(),
  meaning: z.string(),
  source: SourceIds,
  confidence: Confidence,
  note: z.string().optional(),
  sampleSize: z.int().positive().optional(),
  fittedOn: z.array(z.string()).optional(),
});
export type Assumption = z.infer<typeof Assumption>;

/** What a run measured. Units: tok/s for speeds, ms for times, B for memory, W for power. */
export const Metric = z.enum([
  "decode",
  "aggregate",
  "prefill",
  "time-to-first-token",
  "vision-latency",
  "memory",
  "power",
]);

/** One measured run with its conditions; a model or engine outside the catalogue keeps the name it had. */
export const Measurement = z.strictObject({
  id: z.string(),
  device: z.string(),
  powerMode: z.string().optional(),
  model: z.string(),
  quantization: z.string(),
  runtime: z.string(),
  contextTokens: z.int().nonnegative().optional(),
  promptTokens: z.int().nonnegative().optional(),
  outputTokens: z.int().nonnegative().optional(),
  concurrency: z.int().positive().default(1),
  speculation: z.string().optional(),
  metric: Metric,
  value: z.number(),
  confidence: Confidence,
  plausible: z.boolean().default(true),
  /** Taken before the engine had warmed up. */
  coldStart: z.boolean().default(false),
  /** When the software was that of the run, where the source tells. */
  date: z.string().optional(),
  note: z.string().optional(),
});
export type Measurement = z.infer<typeof Measurement> & { source: string };

/** The runs one source published. */
export const MeasurementFile = z.strictObject({ source: z.string(), rows: z.array(Measurement) });
