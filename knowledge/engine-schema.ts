import { z } from "zod";
import { record } from "./schema.ts";
import { type Mix, MixRecord, resolveMix, type TensorType } from "./tensor-mix.ts";

const bits = z.number().positive();

/** A weight format as recorded. `blockBits` is what one quantized weight costs with its scales. */
export const QuantizationRecord = z.strictObject({
  ...record,
  kind: z.enum(["gguf", "checkpoint", "mlx", "mlc"]),
  nominalBits: bits,
  blockBits: bits,
  /** The types of a file's tensors; absent where embeddings, head and vision tower stay in 16 bit. */
  mix: MixRecord.optional(),
  /** Hardware the format needs to run as such. */
  needs: z.enum(["fp8", "fp4"]).optional(),
});

/** A weight format with the types of its mix looked up. */
export type Quantization = Omit<z.infer<typeof QuantizationRecord>, "mix"> & { mix?: Mix };

/** Reads a weight format and looks up the tensor types that its mix names. */
export function quantizationSchema(types: ReadonlyMap<string, TensorType>) {
  return QuantizationRecord.transform(
    ({ mix, ...plain }): Quantization => (mix ? { ...plain, mix: resolveMix(mix, types) } : plain),
  );
}

/** Why a runtime does not take a format or a board although its other fields would allow it. */
const Refusal = z.strictObject({
  quantization: z.string().optional(),
  device: z.string().optional(),
  code: z.string(),
  message: z.string(),
  source: z.string(),
});

/** An inference engine: what it loads, where it runs, and how it lays out memory. */
export const Runtime = z.strictObject({
  ...record,
  serves: z.array(z.enum(["llm", "vlm", "vla", "detector", "asr", "tts", "embedding", "stream", "process"])),
  quantizations: z.array(z.string()),
  /** What "4-bit", "8-bit" and "16-bit" mean here. */
  usual: z.strictObject({
    bits4: z.string().optional(),
    bits8: z.string().optional(),
    bits16: z.string().optional(),
  }),
  minComputeCapability: z.number().optional(),
  maxComputeCapability: z.number().optional(),
  /** True where it also runs without CUDA: on a CPU or another maker's GPU. */
  portable: z.boolean().default(false),
  /** Engines built on the same kernels are timed alike. */
  kernels: z.string().optional(),
  /** Formats kept as weights only and widened in the kernel, so that they run without the hardware for them. */
  emulates: z.array(z.enum(["fp8", "fp4"])).default([]),
  /** False where sliding-window layers still cache the whole context. */
  windowedCache: z.boolean().default(true),
  /** The KV cache grows in blocks of this many tokens. */
  cacheBlockTokens: z.int().positive().default(1),
  /** Compute capability from which recurrent layers take a prompt in chunks, not token by token; absent: always. */
  chunkedScanFrom: z.number().optional(),
  /** True where the prompts of a batch are read together, so that no first token comes before the last. */
  readsPromptsTogether: z.boolean().default(false),
  /** True where weights come as a GGUF file, 16-bit ones too. */
  loadsGguf: z.boolean().default(false),
  /** True where the token embedding of an untied model stays in host memory. */
  embeddingOnHost: z.boolean().default(false),
  /** True where each layer is an allocation of its own; elsewhere all weights are one, and so is the cache. */
  allocatesByLayer: z.boolean().default(false),
  refusals: z.array(Refusal).default([]),
  endpoint: z.string().optional(),
});
export type Runtime = z.infer<typeof Runtime>;

/** A type of key-value cache; `bytesPerValue` counts the scales of a block with its values. */
export const CacheType = z.strictObject({
  ...record,
  bytesPerValue: z.number().positive(),
  runtimes: z.array(z.string()),
  needs: z.enum(["fp8"]).optional(),
  /** True where values of this type are refused without flash attention. */
  needsFlashAttention: z.boolean().default(false),
});
export type CacheType = z.infer<typeof CacheType>;
