import { metricUnit } from "../../knowledge/claim-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Claimed, ClaimInput } from "./claim-input.ts";
import { claimedWords, factorWords, type Judgement, noJudgement } from "./judgement.ts";

/** Beyond this a ratio is another ratio, and not a rounded one. */
const farShare = 0.25;

/** Holds a ratio against the two figures that it should follow from. */
export function judgeQuotient(
  { quotient, metric }: ClaimInput,
  claimed: Claimed,
  knowledge: Knowledge,
): Judgement {
  if (!quotient) return noJudgement;
  const [over, under] = quotient;
  const value = over / under;
  const off = Math.max(claimed.low / value, value / Math.max(claimed.high, Number.MIN_VALUE)) - 1;
  const isRounding = off <= knowledge.assumption("claim-rounding").value;
  const verdict = isRounding ? "consistent" : off > farShare ? "implausible" : "doubtful";
  const message = `${over} ÷ ${under} = ${factorWords(value)}; claimed is ${claimedWords(claimed, metricUnit(metric))}.`;
  const code = isRounding ? "arithmetic-holds" : "arithmetic-fails";
  return {
    ...noJudgement,
    reasons: [{ code, message, verdict }],
    estimate: { low: value, expected: value, high: value },
  };
}
