import type { Quantization } from "../../knowledge/engine-schema.ts";
import type { Model } from "../../knowledge/schema.ts";
import type { Bytes } from "../../knowledge/units.ts";

/** Parameters of a model by the way formats store them. */
export type ParameterClasses = { embedding: number; head: number; layers: number; vision: number };

/** Bytes of a model's weights; `vision` is the tower with its projector, always kept in 16 bit. */
export type WeightBytes = { language: Bytes; vision: Bytes; embedding: Bytes };

type WeightFormat = Pick<Quantization, "fileBits" | "blockBits" | "nominalBits" | "kind">;

const bytesOf = (parameters: number, bits: number): Bytes => (parameters * bits) / 8;
/** Embeddings, heads and vision towers that a format leaves alone. */
const unquantizedBits = 16;
/** K-quants work on rows of this many values; other rows fall back to larger formats. */
const superBlock = 256;
/** Below this many parameters a tied embedding weighs enough to have its own median. */
const smallModel = 5e9;

/** Splits all parameters into token embedding, output head (none when tied), layers and vision tower. */
export function parameterClasses(model: Model): ParameterClasses {
  const total = (model.parametersBillions ?? 0) * 1e9;
  const vision = (model.visionParametersMillions ?? 0) * 1e6;
  const embedding = (model.vocabularySize ?? 0) * (model.hiddenSize ?? 0);
  const head = model.tiedEmbeddings === false ? embedding : 0;
  return { embedding, head, vision, layers: Math.max(0, total - vision - embedding - head) };
}

/**
 * Bits a weight of a model that was published quantized keeps in this format: GGUF leaves its experts as
 * they are at every size below 16 bit, checkpoints at 4 bit.
 */
export function nativeBits(model: Model, format: WeightFormat): number | undefined {
  const isKept = format.fileBits ? format.nominalBits < unquantizedBits : format.nominalBits === 4;
  return isKept ? model.nativeQuantization?.bitsPerWeight : undefined;
}

/** Bits a weight takes over a whole file of this format, by the shape of the model. */
export function fileBits(model: Model, format: WeightFormat): number | undefined {
  const bits = format.fileBits;
  if (!bits) return undefined;
  const native = nativeBits(model, format);
  if (native !== undefined) return native;
  if (model.experts) return bits.moe ?? bits.dense;
  if (model.hiddenSize && model.hiddenSize % superBlock !== 0) return bits.fallback ?? bits.dense;
  const small = (model.parametersBillions ?? 0) * 1e9 < smallModel;
  return model.tiedEmbeddings && small ? (bits.smallTied ?? bits.dense) : bits.dense;
}

/**
 * Bytes of weights: a GGUF file by its bits over the whole file; a checkpoint by class, since it keeps the
 * embedding, the output head and the vision tower in 16 bit (so "7B at 4 bit" is 5 to 7 GB, not 3.5).
 */
export function weightBytes(model: Model, format: WeightFormat): WeightBytes {
  const { embedding, head, layers, vision } = parameterClasses(model);
  const visionBytes = bytesOf(vision, unquantizedBits);
  const wholeFile = fileBits(model, format);
  if (wholeFile !== undefined)
    return {
      language: bytesOf(embedding + head + layers, wholeFile),
      vision: visionBytes,
      embedding: bytesOf(embedding, format.blockBits),
    };
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
