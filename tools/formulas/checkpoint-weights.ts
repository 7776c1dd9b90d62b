import type { Model } from "../../knowledge/schema.ts";
import type { TensorRole } from "../../knowledge/tensor-mix.ts";
import type { TensorClass } from "./tensor-classes.ts";

/** Bits of tables, norms and routers, and of what else a checkpoint leaves alone. */
const keptBits = 16;
/** Formats up to this width keep a model in the format it was published in. */
const narrowBits = 4;

const neverQuantized: readonly TensorRole[] = ["embedding", "layer-embedding", "output", "full", "half"];
const attention: readonly TensorRole[] = [
  "query",
  "key",
  "value",
  "attention-output",
  "fused-attention",
  "recurrent",
];

/** True for tensors that quantized checkpoints of this model keep in 16 bit. */
function isKept(
  { role, routed }: TensorClass,
  { checkpointKeeps, experts, nativeQuantization }: Model,
): boolean {
  if (neverQuantized.includes(role)) return true;
  if (nativeQuantization) return !routed;
  if (checkpointKeeps.includes("attention") && attention.includes(role)) return true;
  const isShared = experts !== undefined && !routed && !attention.includes(role);
  return isShared && checkpointKeeps.includes("shared-experts");
}

/**
 * Bits per weight of a class of tensors in a checkpoint: embedding, head, norms and routers stay in 16 bit, and
 * with some models all but the routed experts (so "7B at 4 bit" is 5 to 7 GB, not 3.5).
 */
export function checkpointBits(
  tensor: TensorClass,
  model: Model,
  { blockBits, nominalBits }: { blockBits: number; nominalBits: number },
): number {
  if (nominalBits >= keptBits) return nominalBits;
  if (isKept(tensor, model)) return keptBits;
  return nominalBits <= narrowBits ? (model.nativeQuantization?.bitsPerWeight ?? blockBits) : blockBits;
}
