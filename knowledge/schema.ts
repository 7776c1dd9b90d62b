import { z } from "zod";
import { ImageTokens } from "./image-tokens.ts";
import { count, Experts, KvGroup, Recurrent } from "./layer-schema.ts";
import { type BaseUnit, parseQuantity, unitNames } from "./units.ts";

/** A quantity in a record carries its unit ("64 GB", "204.8 GB/s"); it is read into the base unit. */
export function quantity(base: BaseUnit) {
  return z
    .string(`wanted text with its unit, such as "16 ${unitNames(base).at(-1)}"`)
    .transform((text, context) => {
      const value = parseQuantity(text, base);
      if (value === undefined || value > largest) {
        const units = unitNames(base).join(", ");
        context.addIssue({ code: "custom", message: `wanted a quantity in ${units}, got "${text}"` });
        return z.NEVER;
      }
      return value;
    });
}

/** Beyond it an amount is a mistake, and sums of products of such amounts could pass what a number holds. */
const largest = 1e21;
const positive = z.number().positive().max(largest);
const share = z.number().positive().max(1);

/** A rate, a clock or a power: none of them is zero, since times and energies are quotients by it. */
const rate = (base: "B/s" | "Hz" | "W") =>
  quantity(base).refine((value) => value > 0, `wanted more than 0 ${base}`);

/** How far a value can be trusted; weak values keep their label through every result. */
export const Confidence = z.enum(["high", "medium", "low"]);
export type Confidence = z.infer<typeof Confidence>;

/** Where one value of a record comes from, when that differs from the record's own source. */
export const Provenance = z.strictObject({
  source: z.string().optional(),
  note: z.string().optional(),
  confidence: Confidence.optional(),
  date: z.string().optional(),
});
export type Provenance = z.infer<typeof Provenance>;

/** One or more source ids, always read as a list. */
export const SourceIds = z.union([z.string().transform((id) => [id]), z.array(z.string()).min(1)]);

/**
 * What every record has: a name people use, the aliases they type, and the sources of all its values.
 * `family` is a name that several records share, so it is ambiguous; `assumedFor` lists loose names that
 * mean this record unless the user says otherwise, which an answer then states as an assumption.
 */
export const record = {
  name: z.string().max(200),
  aliases: z.array(z.string()).default([]),
  assumedFor: z.array(z.string()).default([]),
  family: z.union([z.string().transform((name) => [name]), z.array(z.string())]).default([]),
  source: SourceIds.optional(),
  confidence: Confidence.optional(),
  notes: z.string().optional(),
};

/** A price with its day: what is asked, for what, since when, and who says so. */
export const Price = z.strictObject({
  value: quantity("USD"),
  kind: z.enum(["kit", "module", "board"]),
  date: z.string(),
  source: z.string(),
  note: z.string().optional(),
});

/** One nvpmodel mode; quantities left out are as in the highest mode. */
export const PowerMode = z.strictObject({
  name: z.string(),
  id: z.int().nonnegative().optional(),
  shipped: z.boolean().default(false),
  watts: rate("W").optional(),
  bandwidth: rate("B/s").optional(),
  gpuClock: rate("Hz").optional(),
  gpuShare: share.optional(),
});
export type PowerMode = z.infer<typeof PowerMode>;

/** A module's part number, behind its carrier's where only the two together tell it, and "-super" where flashed so. */
const DeviceTreeName = z.string().regex(/^(?:p\d{4}-\d{4}\+)?p\d{4}-\d{4}(?:-super)?$/);

/** A board or module: memory and bandwidth decide, the rest refines. */
export const Device = z.strictObject({
  ...record,
  kind: z.enum(["jetson", "igx", "alternative"]).default("jetson"),
  class: z.enum(["nano", "nx", "agx", "thor", "other"]).default("other"),
  sameModuleAs: z.string().optional(),
  modulePart: z.string().optional(),
  /** The names by which `/proc/device-tree/compatible` tells the module, without "nvidia,". */
  deviceTree: z.array(DeviceTreeName).min(1).optional(),
  soc: z.string().optional(),
  gpu: z
    .strictObject({
      architecture: z.string().optional(),
      computeCapability: positive.optional(),
      cudaCores: count.optional(),
      tensorCores: count.optional(),
      maxClock: rate("Hz").optional(),
    })
    .default({}),
  cpu: z.string().optional(),
  memory: quantity("B").optional(),
  memoryType: z.string().optional(),
  memTotal: quantity("B").optional(),
  bandwidth: rate("B/s").optional(),
  compute: z
    .strictObject({
      int8SparseTops: positive.optional(),
      int8DenseTops: positive.optional(),
      fp16DenseTflops: positive.optional(),
      fp8DenseTflops: positive.optional(),
      fp4SparseTflops: positive.optional(),
    })
    .default({}),
  nativeFormats: z.array(z.enum(["fp16", "bf16", "int8", "int4", "fp8", "fp4"])).default([]),
  powerModes: z.array(PowerMode).max(50).default([]),
  mig: z.string().optional(),
  dla: z.string().optional(),
  video: z.string().optional(),
  decodeStreams1080p30: count.optional(),
  carrier: z.string().optional(),
  jetpack: z.string().optional(),
  availability: z.string().optional(),
  prices: z.array(Price).max(100).default([]),
});
export type Device = z.infer<typeof Device>;

const billions = z.number().min(1e-6).max(100_000);
const millions = z.number().min(1e-3).max(1e8);

const architecture = {
  parametersBillions: billions.optional(),
  activeBillions: billions.optional(),
  layers: count.optional(),
  hiddenSize: count.optional(),
  heads: count.optional(),
  kvHeads: count.optional(),
  headSize: count.optional(),
  intermediateSize: count.optional(),
  vocabularySize: count.optional(),
  tiedEmbeddings: z.boolean().optional(),
  maxContext: count.optional(),
  attention: z.enum(["gqa", "mha", "mqa", "mla", "hybrid"]).optional(),
  layerPattern: z.string().optional(),
  kvGroups: z.array(KvGroup).max(100).optional(),
};

/** A language, vision-language or vision-language-action model. */
export const Model = z.strictObject({
  ...record,
  kind: z.enum(["llm", "vlm", "vla"]).default("llm"),
  ...architecture,
  latentKvSize: count.optional(),
  recurrentState: quantity("B").optional(),
  /** Width of one head of the recurrent layers. */
  recurrentHeadSize: count.optional(),
  experts: Experts.optional(),
  recurrent: Recurrent.optional(),
  /** Layers with attention or a feed-forward part, where those are not all. */
  attentionLayers: count.optional(),
  feedForwardLayers: count.optional(),
  /** Two matrices in place of three: no gate. */
  ungatedFeedForward: z.boolean().optional(),
  /** Query, key and value in one tensor, gate and up in another. */
  fusedProjections: z.boolean().optional(),
  /** A gate as wide as the queries beside them. */
  gatedAttention: z.boolean().optional(),
  /** Embedding values that each token brings to each layer. */
  layerEmbeddingSize: count.optional(),
  /** Wider feed-forward parts in some of the layers. */
  wideFeedForward: z.strictObject({ layers: count, size: count }).optional(),
  /** Weights beside language part and vision tower that a GGUF file leaves out: audio encoder, prediction of several tokens. */
  auxiliaryParametersMillions: millions.optional(),
  visionParametersMillions: millions.optional(),
  /** Patches of the vision tower behind one image token. */
  patchesPerImageToken: z.number().positive().max(1e6).optional(),
  /** Patches that see one another, where the tower's attention is windowed. */
  visionWindowPatches: count.optional(),
  imageTokens: ImageTokens.optional(),
  imageTokensText: z.string().optional(),
  /** The format a model was published in, and the bits of a weight of its routed experts; the rest is in 16 bit. */
  nativeQuantization: z
    .strictObject({ id: z.string(), bitsPerWeight: z.number().positive().max(64) })
    .optional(),
  /** What quantized checkpoints of the model leave in 16 bit beside embedding, head and norms. */
  checkpointKeeps: z.array(z.enum(["attention", "shared-experts"])).default([]),
  /** Whether the template it is published with takes the descriptions of tools. */
  toolTemplate: z.boolean().optional(),
  license: z.string().optional(),
  released: z.string().optional(),
});
export type Model = z.infer<typeof Model>;

/** Anything else that occupies a board: detector, speech, embedding, camera stream, a set of processes. */
export const Workload = z.strictObject({
  ...record,
  kind: z.enum(["detector", "asr", "tts", "embedding", "stream", "process"]),
  ...architecture,
  visionParametersMillions: millions.optional(),
  inputPixels: count.optional(),
  gflops: positive.optional(),
  memory: quantity("B").optional(),
  memoryPerStream: quantity("B").optional(),
  latencies: z
    .array(
      z.strictObject({
        device: z.string(),
        precision: z.string(),
        latency: quantity("ms"),
        source: z.string().optional(),
      }),
    )
    .default([]),
  license: z.string().optional(),
  released: z.string().optional(),
});
export type Workload = z.infer<typeof Workload>;
