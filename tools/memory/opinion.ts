import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type Bytes, formatBytes } from "../../knowledge/units.ts";
import { ruleOfThumb } from "../formulas/rule-of-thumb.ts";
import type { Placed } from "../placement/workload.ts";

/** The documents' back-of-envelope for the same models: a second opinion, with its source. Bytes. */
export type Opinion = {
  weightsBytes: Bytes;
  lowBytes: Bytes;
  highBytes: Bytes;
  text: string;
  source: string;
};

/** Sums the rule of thumb over the language models of a plan; null when there is none of known size. */
export function toOpinion(workloads: readonly Placed[], knowledge: Knowledge): Opinion | null {
  const share = knowledge.assumption("rule-of-thumb-share");
  const encoder = knowledge.assumption("rule-of-thumb-vision");
  const [low = share.value, high = share.value] = share.range ?? [];
  const [visionLow = encoder.value, visionHigh = encoder.value] = encoder.range ?? [];
  const parts = workloads.flatMap(({ language, quantization }) => {
    if (!language?.parametersBillions) return [];
    const vision = language.kind === "llm" ? { low: 0, high: 0 } : { low: visionLow, high: visionHigh };
    return [ruleOfThumb(language.parametersBillions, quantization.value.nominalBits, { low, high }, vision)];
  });
  if (parts.length === 0) return null;
  const total = (pick: (part: (typeof parts)[number]) => Bytes) =>
    parts.reduce((sum, part) => sum + pick(part), 0);
  const weightsBytes = total((part) => part.weightsBytes);
  const lowBytes = total((part) => part.lowBytes);
  const highBytes = total((part) => part.highBytes);
  return {
    weightsBytes,
    lowBytes,
    highBytes,
    text: `parameters × bits ÷ 8 gives ${formatBytes(weightsBytes)} of weights, ${formatBytes(lowBytes)} to ${formatBytes(highBytes)} with cache, activations and vision encoder`,
    source: share.source[0] ?? "vlm-sizing-2026",
  };
}
