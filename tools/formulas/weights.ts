import type { Quantization } from "../../knowledge/engine-schema.ts";
import type { Model } from "../../knowledge/schema.ts";
import type { Mix } from "../../knowledge/tensor-mix.ts";
import type { Bytes } from "../../knowledge/units.ts";
import { checkpointBits } from "./checkpoint-weights.ts";
import { ggufWeightBytes } from "./gguf-weights.ts";
import { storedBytes } from "./tensor-bytes.ts";

/** Parameters of a model by the way formats store them. */
export type ParameterClasses = { embedding: number; head: number; layers: number; vision: number };

/** Bytes of a model's weights; `vision` is the tower with its projector, always kept in 16 bit. */
export type WeightBytes = { language: Bytes; vision: Bytes; embedding: Bytes };

type WeightFormat = Pick<Quantization, "mix" | "blockBits" | "nominalBits" | "kind">;

/** Vision towers stay in 16 bit in every format. */
const towerBits = 16;

/** Splits all parameters into token embedding, output head (none when tied), layers and vision tower. */
export function parameterClasses(model: Model): ParameterClasses {
  const total = (model.parametersBillions ?? 0) * 1e9;
  const vision = (model.visionParametersMillions ?? 0) * 1e6;
  const embedding = (model.vocabularySize ?? 0) * (model.hiddenSize ?? 0);
  const head = model.tiedEmbeddings === false ? embedding : 0;
  return { embedding, head, vision, layers: Math.max(0, total - vision - embedding - head) };
}

/** The types of a file's tensors, where the format has them: GGUF, MLX and MLC, not checkpoints. */
export function fileMix({ kind, mix }: WeightFormat): Mix | undefined {
  return kind === "checkpoint" ? undefined : mix;
}

/** Bytes of weights: a GGUF file and a checkpoint by the types of their tensors, a vision tower in 16 bit. */
export function weightBytes(model: Model, format: WeightFormat): WeightBytes {
  const mix = fileMix(format);
  const language = mix
    ? ggufWeightBytes(model, mix)
    : storedBytes(model, (tensor) => checkpointBits(tensor, model, format));
  return { ...language, vision: ((model.visionParametersMillions ?? 0) * 1e6 * towerBits) / 8 };
}
