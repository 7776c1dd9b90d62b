import { z } from "zod";
import { Confidence, quantity, SourceIds } from "./schema.ts";
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

/**
 * What a run measured. Units: tok/s for speeds, ms for times, B for memory, W for power. `memory` is what the run
 * took as its source counts it; `process-memory` is one process, `system-memory` the whole board, `kv-pool` what an
 * engine took for caches whatever it needed, `projector-size` a file with a vision tower.
 */
export const Metric = z.enum([
  "decode",
  "aggregate",
  "prefill",
  "time-to-first-token",
  "vision-latency",
  "frame-latency",
  "memory",
  "process-memory",
  "system-memory",
  "file-size",
  "weights",
  "host-weights",
  "kv-cache",
  "kv-pool",
  "host-kv-cache",
  "state",
  "compute-buffer",
  "host-compute-buffer",
  "activations",
  "runtime-context",
  "non-torch",
  "vision",
  "host-memory",
  "allocation",
  "power",
  "projector-size",
]);
export type Metric = z.infer<typeof Metric>;

const fileMetrics: readonly string[] = ["file-size", "projector-size"];
const tokens = z.int().nonnegative().optional();

/**
 * One measured run with its conditions; a model or engine outside the catalogue keeps the name it had, and so
 * does the machine of a memory log, whose layout of memory does not depend on the board.
 */
export const Measurement = z
  .strictObject({
    id: z.string(),
    /** `any` where the figure does not depend on a board, as the size of a file. */
    device: z.string().default("any"),
    powerMode: z.string().optional(),
    /** True where the clocks were pinned to their highest; absent where the source does not tell. */
    jetsonClocks: z.boolean().optional(),
    model: z.string(),
    quantization: z.string(),
    runtime: z.string().default("any"),
    runtimeVersion: z.string().optional(),
    contextTokens: tokens,
    promptTokens: tokens,
    outputTokens: tokens,
    /** Tokens that the images of the prompt took; of `vision-latency`, those the tower made. */
    imageTokens: tokens,
    concurrency: z.int().positive().default(1),
    batchTokens: tokens,
    microBatchTokens: tokens,
    kvCacheType: z.string().optional(),
    /** Which layers' cache was measured, where not that of all. */
    cacheLayers: z.enum(["full-attention"]).optional(),
    /** Side of a detector's square input. */
    inputPixels: z.int().positive().optional(),
    speculation: z.string().optional(),
    /** Mean tokens that a pass with its draft yields. */
    acceptedTokensPerPass: z.number().positive().optional(),
    metric: Metric,
    value: z.union([z.number(), quantity("B")]),
    /** Half of the last printed digit, in the unit of the value. */
    rounding: z.union([z.number(), quantity("B")]).optional(),
    confidence: Confidence,
    /** Name under which a file was published. */
    file: z.string().optional(),
    /** True where the file holds a vision tower that others keep in a file of its own. */
    includesProjector: z.boolean().optional(),
    plausible: z.boolean().default(true),
    /** The one power rail that a power figure covers, where it is not the whole board or module. */
    rail: z.string().optional(),
    /** Printed by a tool that computes it, so it proves nothing about what happens. */
    estimated: z.boolean().optional(),
    /** Taken before the engine had warmed up. */
    coldStart: z.boolean().default(false),
    /** When the software was that of the run, where the source tells. */
    date: z.string().optional(),
    note: z.string().optional(),
  })
  .refine(
    ({ metric, device, runtime }) => fileMetrics.includes(metric) || (device !== "any" && runtime !== "any"),
    "a run needs its device and runtime",
  );
export type Measurement = z.infer<typeof Measurement> & { source: string };

/** The runs one source published. */
export const MeasurementFile = z.strictObject({ source: z.string(), rows: z.array(Measurement) });
