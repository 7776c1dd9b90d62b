import type { ClaimUnit } from "../../knowledge/claim-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { displayFigure } from "../evidence/figures.ts";
import type { Fact } from "../facts.ts";
import type { Range } from "../throughput/range.ts";
import type { Claimed } from "./claim-input.ts";

/** What can be said of a claim, mildest first; `unknown` where nothing on record speaks of it. */
export const claimVerdicts = ["unknown", "consistent", "doubtful", "implausible", "impossible"] as const;
export type ClaimVerdict = (typeof claimVerdicts)[number];

/** One ground of a verdict, with its arithmetic in words. */
export type Reason = { code: string; message: string; verdict: ClaimVerdict };

/** What one way of looking at a claim finds: the limit it may not pass, what is expected, and why. */
export type Judgement = {
  reasons: Reason[];
  ceiling: number | null;
  estimate: Range | null;
  facts: Fact[];
  sources: string[];
  assumptions: string[];
};

/** A judgement that finds nothing. */
export const noJudgement: Judgement = {
  reasons: [],
  ceiling: null,
  estimate: null,
  facts: [],
  sources: [],
  assumptions: [],
};

/** The gravest of the verdicts. */
export function gravest(verdicts: readonly ClaimVerdict[]): ClaimVerdict {
  const places = verdicts.map((verdict) => claimVerdicts.indexOf(verdict));
  return claimVerdicts[Math.max(0, ...places)] ?? "unknown";
}

/** A claimed figure in words: "52 tok/s", "1.05 to 1.75 GB". */
export function claimedWords({ low, high }: Claimed, unit: ClaimUnit): string {
  const [from, to] = [displayFigure(low, unit), displayFigure(high, unit)];
  return low === high ? from : `${from} to ${to}`;
}

/** A factor in words, to three digits: "1.56". */
export const factorWords = (factor: number): string => String(Number(factor.toPrecision(3)));

type Limit = {
  value: number;
  /** Whether nothing can be more, or nothing less. */
  side: "most" | "least";
  code: string;
  /** Where the limit comes from: "102.4 GB/s ÷ 4.37 GB = 23.4 tok/s". */
  words: string;
  /** How grave it is to pass it. */
  verdict?: ClaimVerdict;
};

/** Holds a claim against a limit; a range of which one end is within it is not impossible. */
export function againstLimit(
  claimed: Claimed,
  limit: Limit,
  unit: ClaimUnit,
  knowledge: Knowledge,
): Reason[] {
  const slack = 1 + knowledge.assumption("claim-rounding").value;
  const { value, side, code, words, verdict = "impossible" } = limit;
  const passes = (figure: number) => (side === "most" ? figure > value * slack : figure * slack < value);
  const [mild, far] = side === "most" ? [claimed.low, claimed.high] : [claimed.high, claimed.low];
  if (!passes(far)) return [];
  const message = `${words}; ${displayFigure(far, unit)} is ${factorWords(far / value)} × that.`;
  return [{ code, message, verdict: passes(mild) ? verdict : "implausible" }];
}

type Expected = {
  range: Range;
  /** Codes and gravity of being above, below and within. */
  above: { code: string; mild?: boolean };
  below: { code: string; mild?: boolean };
  within: string;
  words: string;
};

/** Holds a claim against what is expected: inside it is consistent, outside doubtful, far outside implausible. */
export function againstRange(
  claimed: Claimed,
  expected: Expected,
  unit: ClaimUnit,
  knowledge: Knowledge,
): Reason {
  const far = knowledge.assumption("claim-far").value;
  const { range, above, below, within, words } = expected;
  const over = claimed.low / range.high;
  const under = range.low / Math.max(claimed.high, Number.MIN_VALUE);
  const middle = (claimed.low + claimed.high) / 2;
  const compared = `${claimedWords(claimed, unit)} is ${factorWords(middle / range.expected)} × ${words}.`;
  if (over <= 1 && under <= 1) return { code: within, message: compared, verdict: "consistent" };
  const side = over > 1 ? above : below;
  const isFar = Math.max(over, under) > far && !side.mild;
  return { code: side.code, message: compared, verdict: isFar ? "implausible" : "doubtful" };
}
