import type { Model } from "../../knowledge/schema.ts";
import type { Mix, StoredType } from "../../knowledge/tensor-mix.ts";
import type { Bytes } from "../../knowledge/units.ts";
import { readBytes, storedBytes } from "./tensor-bytes.ts";
import type { TensorClass } from "./tensor-classes.ts";

type MixRule = Mix["rules"][number];

/** Bits of norms, biases and routers, and of what nobody quantizes. */
const fullBits = 32;
const halfBits = 16;

/** Bits per weight of a type in rows of this length. */
export function storedBits({ bits, block, otherBits, otherBlock }: StoredType, row: number): number {
  if (row % block === 0) return bits;
  return row % otherBlock === 0 ? otherBits : halfBits;
}

/** How many of the first `members` tensors a rule takes, counting eighths of `counted` as llama.cpp does. */
export function ruleLayers(layers: MixRule["layers"], members: number, counted: number): number {
  if (layers === undefined) return members;
  if (typeof layers === "object")
    return Math.min(members, "first" in layers ? layers.first : Math.floor(counted / layers.firstShare));
  const start = Math.floor(counted / 8);
  const end = Math.floor((7 * counted) / 8);
  const between = Math.max(0, Math.min(members, end) - start);
  if (layers === "middle") return between;
  return Math.min(members, start) + Math.floor(between / 3) + Math.max(0, members - end);
}

/** Queries that share a key; none where the first layer has no attention, as llama.cpp counts. */
function queriesPerKey({ heads = 0, kvHeads, recurrent }: Model): number {
  const startsRecurrent = recurrent !== undefined && recurrent.kind !== "gated-delta-net";
  return startsRecurrent || !kvHeads ? 0 : heads / kvHeads;
}

function applies(rule: MixRule, { role, routed }: TensorClass, model: Model): boolean {
  if (!rule.roles.includes(role)) return false;
  const experts = model.experts?.count ?? 0;
  return (
    (rule.experts === undefined || experts === rule.experts) &&
    (rule.minExperts === undefined || experts >= rule.minExperts) &&
    (rule.modelLayers === undefined || model.layers === rule.modelLayers) &&
    (rule.routed === undefined || routed === rule.routed) &&
    (rule.minQueriesPerKey === undefined || queriesPerKey(model) >= rule.minQueriesPerKey)
  );
}

function layerBits(tensor: TensorClass, model: Model, mix: Mix): number {
  let left = 1;
  let bits = 0;
  for (const rule of mix.rules) {
    if (left <= 0) break;
    if (!applies(rule, tensor, model)) continue;
    const share = Math.min(left, ruleLayers(rule.layers, tensor.members, tensor.counted) / tensor.members);
    bits += share * storedBits(rule.type, tensor.row);
    left -= share;
  }
  return (bits + left * storedBits(mix.base, tensor.row)) * mix.correction;
}

/** Bits per weight of one class of tensors, averaged over its layers. */
function classBits(tensor: TensorClass, model: Model, mix: Mix): number {
  const { role, row, routed } = tensor;
  if (role === "full") return fullBits;
  if (role === "half") return halfBits;
  if (role === "embedding")
    return storedBits(model.tiedEmbeddings === false ? mix.embedding : mix.output, row);
  if (role === "layer-embedding") return storedBits(mix.layerEmbedding, row);
  if (role === "output") return storedBits(mix.output, row);
  if (routed && model.nativeQuantization) return storedBits(mix.published, row);
  return layerBits(tensor, model, mix);
}

/** Bytes of a language model as a GGUF file stores its tensors, and of the token embedding among them. */
export function ggufWeightBytes(model: Model, mix: Mix): { language: Bytes; embedding: Bytes } {
  return storedBytes(model, (tensor) => classBits(tensor, model, mix));
}

/** Bytes of tensors that one decoding pass reads; of routed experts only the share that the batch touches. */
export function ggufStreamedBytes(model: Model, mix: Mix, expertShare: number): Bytes {
  return readBytes(model, (tensor) => classBits(tensor, model, mix), expertShare);
}
