import { z } from "zod";

/** How one tensor is stored: bits per weight, the row length a block needs, and what other rows take. */
export const TensorType = z.strictObject({
  bits: z.number().positive(),
  block: z.int().positive(),
  otherwise: z.string().optional(),
});
export type TensorType = z.infer<typeof TensorType>;

/** What a tensor does in the model; formats choose types by it. */
export const TensorRole = z.enum([
  "embedding",
  "layer-embedding",
  "output",
  "query",
  "key",
  "value",
  "fused-attention",
  "attention-output",
  "gate",
  "up",
  "down",
  "recurrent",
  "other",
  /** Norms, biases and routers: always 32 bit. */
  "full",
  /** Small projections that are kept in 16 bit. */
  "half",
]);
export type TensorRole = z.infer<typeof TensorRole>;

const count = z.int().positive();

/**
 * One exception from the base type. `layers`: the first few, the first n-th, the middle three quarters, or
 * `spread`: the first and last eighth and every third between. The other fields say which models it is for.
 */
export const MixRule = z.strictObject({
  roles: z.array(TensorRole).min(1),
  type: z.string(),
  layers: z
    .union([
      z.enum(["spread", "middle"]),
      z.strictObject({ first: count }),
      z.strictObject({ firstShare: count }),
    ])
    .optional(),
  minQueriesPerKey: count.optional(),
  minExperts: count.optional(),
  experts: count.optional(),
  modelLayers: count.optional(),
  routed: z.boolean().optional(),
});

/** Which type each tensor takes: the first rule that applies to a layer wins, else the base type. */
export const MixRecord = z.strictObject({
  base: z.string(),
  embedding: z.string().optional(),
  layerEmbedding: z.string().optional(),
  output: z.string().optional(),
  /** True where no rules are published: what the layers take against these is an assumption, fitted on files. */
  fitted: z.boolean().default(false),
  rules: z.array(MixRule).default([]),
});

/** A tensor type with its fall-back looked up; rows that fit neither take 16 bit. */
export type StoredType = { name: string; bits: number; block: number; otherBits: number; otherBlock: number };

/** A mix with its types looked up. */
export type Mix = {
  base: StoredType;
  embedding: StoredType;
  layerEmbedding: StoredType;
  output: StoredType;
  /** What routed experts keep that were published quantized. */
  published: StoredType;
  rules: (Omit<z.infer<typeof MixRule>, "type"> & { type: StoredType })[];
  fitted: boolean;
  /** Layer bytes of this mix against its rules; 1 where the rules are published. */
  correction: number;
};

/** Looks up the types a mix names; an unknown name is a mistake in the record. */
export function resolveMix(record: z.infer<typeof MixRecord>, types: ReadonlyMap<string, TensorType>): Mix {
  const named = (name: string): TensorType => {
    const type = types.get(name);
    if (type) return type;
    throw new Error(`no tensor type "${name}"; there are ${[...types.keys()].join(", ")}`);
  };
  const stored = (name: string): StoredType => {
    const { bits, block, otherwise } = named(name);
    const other = named(otherwise ?? "f16");
    return { name, bits, block, otherBits: other.bits, otherBlock: other.block };
  };
  const embedding = stored(record.embedding ?? record.base);
  const output = stored(record.output ?? record.base);
  return {
    base: stored(record.base),
    embedding,
    layerEmbedding: record.layerEmbedding ? stored(record.layerEmbedding) : output,
    output,
    published: stored("mxfp4"),
    rules: record.rules.map((rule) => ({ ...rule, type: stored(rule.type) })),
    fitted: record.fitted,
    correction: 1,
  };
}
