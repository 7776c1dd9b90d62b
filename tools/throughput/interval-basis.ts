import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Confidence } from "../../knowledge/schema.ts";

/** What the width of an interval rests on: how many runs it was fitted on, or nobody's but an estimate. */
export type IntervalBasis = {
  assumption: string;
  /** Runs behind it; null where it is an estimate. */
  sampleSize: number | null;
  confidence: Confidence;
  source: string;
  text: string;
};

/** What stands behind the interval of a speed; null where there is none. */
export function intervalBasis(id: string | null, knowledge: Knowledge): IntervalBasis | null {
  if (id === null) return null;
  const { sampleSize, confidence, source } = knowledge.assumption(id);
  const text =
    sampleSize === undefined
      ? `90 % interval by estimate (${confidence} confidence)`
      : `90 % interval from ${sampleSize} left-out runs (${confidence} confidence)`;
  return {
    assumption: id,
    sampleSize: sampleSize ?? null,
    confidence,
    source: source[0] ?? "own-estimate",
    text,
  };
}
