import { z } from "zod";
import { record, SourceIds } from "./schema.ts";

/** A release of Jetson Linux (L4T), as far as it decides what memory can be had. */
export const L4tRelease = z.strictObject({
  ...record,
  /** Compute capabilities of the boards that the release runs on. */
  computeCapabilities: z.array(z.number()).min(1),
  /** True where a big CUDA allocation fails with memory free (NvMap error 12). */
  refusesBigAllocations: z.boolean().default(false),
  /** The release that mends it, by id. */
  fixedBy: z.string().optional(),
});
export type L4tRelease = z.infer<typeof L4tRelease>;

/** A text with places to fill: literal, name, literal, name … literal. */
export type Template = readonly string[];

/** "-c {totalContext}" → ["-c ", "totalContext", ""], split once so that filling is only joining. */
export function parseTemplate(text: string): Template {
  return text.split(/\{(\w+)\}/);
}

const template = z.string().transform(parseTemplate);

/**
 * How an engine is started and measured: pieces of a command line. A piece is left out where one of its places
 * has no value, so a flag stands only where the plan needs it.
 */
export const EngineProfile = z.strictObject({
  ...record,
  images: z
    .array(
      z.strictObject({
        image: z.string(),
        computeCapabilities: z.array(z.number()),
        /** First and last major release of Jetson Linux it is made for. */
        minL4t: z.number().optional(),
        maxL4t: z.number().optional(),
      }),
    )
    .default([]),
  serve: z.array(template),
  benchmark: z.array(template).default([]),
  hints: z.array(z.string()).default([]),
});
export type EngineProfile = z.infer<typeof EngineProfile>;

/** A way to fail that the sum of bytes does not show, and the plans it can happen to. */
export const Pitfall = z.strictObject({
  text: z.string(),
  source: SourceIds,
  when: z.strictObject({
    runtimes: z.array(z.string()).optional(),
    /** Classes of board. */
    classes: z.array(z.string()).optional(),
    kinds: z.array(z.enum(["jetson", "igx", "alternative"])).optional(),
    /** Formats that need this hardware. */
    needs: z.array(z.enum(["fp8", "fp4"])).optional(),
    images: z.boolean().optional(),
    leastWorkloads: z.int().positive().optional(),
    /** Only where the plan does not fit with its reserve. */
    short: z.boolean().optional(),
  }),
});
export type Pitfall = z.infer<typeof Pitfall>;
