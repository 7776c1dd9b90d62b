import { z } from "zod";

/** A whole number of things, at least one. */
export const count = z.int().positive().max(1e9);

/**
 * Layers that share one shape of key-value cache; `window` is a sliding window in tokens. `valueSize` is given
 * where values are not as wide as keys, 0 where only keys are cached.
 */
export const KvGroup = z.strictObject({
  layers: count,
  kvHeads: count,
  headSize: count,
  valueSize: z.int().nonnegative().optional(),
  window: count.optional(),
});
export type KvGroup = z.infer<typeof KvGroup>;

/** Routed experts; `intermediateSize` of the model is one expert's. */
export const Experts = z
  .strictObject({
    count,
    perToken: count,
    shared: count.optional(),
    /** Width of the part every token passes beside the routed experts; else `shared` experts of usual size. */
    sharedSize: count.optional(),
    /** First layers with a feed-forward part of `denseSize` in place of experts. */
    denseLayers: count.optional(),
    denseSize: count.optional(),
  })
  .refine((experts) => experts.perToken <= experts.count, "perToken cannot be more than count");

/** Layers with a recurrent state in place of attention: widths of their projections in and out. */
export const Recurrent = z.strictObject({
  kind: z.enum(["gated-delta-net", "mamba2", "short-convolution"]),
  layers: count,
  inputSize: count,
  gateSize: count.optional(),
  innerSize: count,
});
