import type { Model } from "../../knowledge/schema.ts";
import type { Bytes } from "../../knowledge/units.ts";
import { type TensorClass, tensorClasses } from "./tensor-classes.ts";

/** Bits per weight that a format stores a class of tensors in. */
export type BitsOf = (tensor: TensorClass) => number;

const isTable = ({ role }: TensorClass) => role === "embedding" || role === "output";

/** Bytes of a language part as stored, and of the token embedding among them. */
export function storedBytes(model: Model, bitsOf: BitsOf): { language: Bytes; embedding: Bytes } {
  let language = 0;
  let embedding = 0;
  for (const tensor of tensorClasses(model)) {
    const bytes = (tensor.parameters * bitsOf(tensor)) / 8;
    language += bytes;
    if (tensor.role === "embedding") embedding = bytes;
  }
  return { language, embedding };
}

/** Share of a tensor that a decoding pass reads: tables only where they are the output head too. */
function readShare({ role, routed }: TensorClass, model: Model, expertShare: number): number {
  if (role === "layer-embedding") return 0;
  if (role === "embedding") return model.tiedEmbeddings === false ? 0 : 1;
  return routed ? expertShare : 1;
}

/** Share of the layers that is read of a model of which only the number of active parameters is known. */
function activeShare(model: Model, tensors: readonly TensorClass[]): number {
  const active = (model.activeBillions ?? 0) * 1e9;
  if (active === 0 || model.experts || model.layerEmbeddingSize) return 1;
  const sum = (of: readonly TensorClass[]) => of.reduce((total, { parameters }) => total + parameters, 0);
  const tables = sum(tensors.filter(isTable));
  return Math.min(1, Math.max(0, active - tables) / (sum(tensors) - tables));
}

/** Bytes of tensors that one decoding pass reads; of routed experts only the share that the batch touches. */
export function readBytes(model: Model, bitsOf: BitsOf, expertShare: number): Bytes {
  const tensors = tensorClasses(model);
  const share = activeShare(model, tensors);
  let total = 0;
  for (const tensor of tensors) {
    const read = readShare(tensor, model, expertShare) * (isTable(tensor) ? 1 : share);
    if (read > 0) total += (read * tensor.parameters * bitsOf(tensor)) / 8;
  }
  return total;
}
