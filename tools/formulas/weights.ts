import type { Quantization } from "../../knowledge/engine-schema.ts";
import type { Model } from "../../knowledge/schema.ts";
import type { Mix } from "../../knowledge/tensor-mix.ts";
import type { Bytes } from "../../knowledge/units.ts";
import { ggufWeightBytes } from "./gguf-weights.ts";

/** Parameters of a model by the way formats store them. */
export type ParameterClasses = { embedding: number; head: number; layers: number; vision: number };

/** Bytes of a model's weights; `vision` is the tower with its projector, always kept in 16 bit. */
export type WeightBytes = { language: Bytes; vision: Bytes; embedding: Bytes };

type WeightFormat = Pick<Quantization, "mix" | "blockBits" | "nominalBits" | "kind">;

const bytesOf = (parameters: number, bits: number): Bytes => (parameters * bits) / 8;
/** Embeddings, heads and vision towers that a format leaves alone. */
const unquantizedBits = 16;

/** Splits all parameters into token embedding, output head (none when tied), layers and vision tower. */
export function parameterClasses(model: Model): ParameterClasses {
  const total = (model.parametersBillions ?? 0) * 1e9;
  const vision = (model.visionParametersMillions ?? 0) * 1e6;
  const embedding = (model.vocabularySize ?? 0) * (model.hiddenSize ?? 0);
  const head = model.tiedEmbeddings === false ? embedding : 0;
  return { embedding, head, vision, layers: Math.max(0, total - vision - embedding - head) };
}

/** Bits a weight of a model that was published quantized keeps in a checkpoint of 4 bit. */
export function nativeBits(model: Model, format: WeightFormat): number | undefined {
  return format.nominalBits === 4 ? model.nativeQuantization?.bitsPerWeight : undefined;
}

/** The types of a file's tensors, where the format has them: GGUF, MLX and MLC, not checkpoints. */
export function fileMix({ kind, mix }: WeightFormat): Mix | undefined {
  return kind === "checkpoint" ? undefined : mix;
}

/**
 * Bytes of weights: a GGUF file by the types of its tensors; a checkpoint by class, since it keeps the
 * embedding, the output head and the vision tower in 16 bit (so "7B at 4 bit" is 5 to 7 GB, not 3.5).
 */
export function weightBytes(model: Model, format: WeightFormat): WeightBytes {
  const { embedding, head, layers, vision } = parameterClasses(model);
  const visionBytes = bytesOf(vision, unquantizedBits);
  const mix = fileMix(format);
  if (mix) return { ...ggufWeightBytes(model, mix), vision: visionBytes };
  const native = nativeBits(model, format);
  if (native !== undefined)
    return {
      language: bytesOf(embedding + head + layers, native),
      vision: visionBytes,
      embedding: bytesOf(embedding, unquantizedBits),
    };
  return {
    language:
      bytesOf(layers, format.blockBits) +
      bytesOf(embedding + head, Math.max(unquantizedBits, format.nominalBits)),
    vision: visionBytes,
    embedding: bytesOf(embedding, unquantizedBits),
  };
}
