import { z } from "zod";
import { record } from "./schema.ts";

const bits = z.number().positive();

/** A weight format. `blockBits` is what one quantized weight costs with its scales. */
export const Quantization = z.strictObject({
  ...record,
  kind: z.enum(["gguf", "checkpoint", "mlx", "mlc"]),
  nominalBits: bits,
  blockBits: bits,
  /** Bits per weight over a whole file, by the shape of the model; absent where embeddings stay in 16 bit. */
  fileBits: z
    .strictObject({
      dense: bits,
      smallTied: bits.optional(),
      fallback: bits.optional(),
      moe: bits.optional(),
    })
    .optional(),
  /** Hardware the format needs to run as such. */
  needs: z.enum(["fp8", "fp4"]).optional(),
});
export type Quantization = z.infer<typeof Quantization>;

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
  serves: z.array(z.enum(["llm", "vlm", "vla", "detector", "asr", "tts", "embedding", "stream"])),
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
  /** True where the token embedding of an untied model stays in host memory. */
  embeddingOnHost: z.boolean().default(false),
  refusals: z.array(Refusal).default([]),
  endpoint: z.string().optional(),
  benchmark: z.string().optional(),
});
export type Runtime = z.infer<typeof Runtime>;

/** A type of key-value cache; `bytesPerValue` counts the scales of a block with its values. */
export const CacheType = z.strictObject({
  ...record,
  bytesPerValue: z.number().positive(),
  runtimes: z.array(z.string()),
  needs: z.enum(["fp8"]).optional(),
});
export type CacheType = z.infer<typeof CacheType>;
