import { type Claim, metricUnit } from "../../knowledge/claim-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Passage } from "../../knowledge/search.ts";
import { type CheckedClaim, checkClaim } from "../check-claim.ts";
import { toClaimInput } from "./document-claim.ts";
import { claimedWords } from "./judgement.ts";

/** A figure in a passage that is not to be relied on, and why in a sentence. */
export type Doubt = {
  passage: string;
  claim: string;
  /** The figure as people write it, and its ends as the passage may print them. */
  figure: string;
  figures: number[];
  verdict: CheckedClaim["verdict"] | "contradicted";
  message: string;
  /** Both in a clause that an answer can take in as it stands. */
  remark: string;
};

/** Units that a text may print a figure in: thousands, millions … of the base unit. */
const scales = [1, 1e3, 1e6, 1e9, 1e12];

/** True where a text prints a figure, in whatever unit. */
export function standsIn(figure: number, text: string): boolean {
  const numbers = text.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? [];
  return numbers.some((number) =>
    scales.some((scale) => Number(number.replaceAll(",", "")) * scale === figure),
  );
}

/** The last part of a heading path, which is what a claim names. */
const ownHeading = ({ heading }: Passage): string => heading.split(" › ").at(-1) ?? "";

/** Grounds that confirm a figure by themselves, so that another document's opinion does not count against it. */
const confirming = ["as-on-record", "as-computed", "as-measured", "arithmetic-holds"];

/** What speaks against a figure: physics and records first, then another document or a run. */
function groundOf(
  { verdict, reasons, contradictions }: CheckedClaim,
  own: string,
): Pick<Doubt, "verdict" | "message"> | null {
  const reason = reasons.find((candidate) => candidate.verdict === verdict);
  if (reason && (verdict === "impossible" || verdict === "implausible"))
    return { verdict, message: reason.message };
  const stale = reasons.find(({ code }) => code === "stale-price");
  if (stale) return { verdict: "doubtful", message: stale.message };
  if (reasons.some(({ code }) => confirming.includes(code))) return null;
  const other = contradictions.find(({ source }) => source !== own);
  return other ? { verdict: "contradicted", message: other.message } : null;
}

async function doubtOf(claim: Claim, passage: Passage, knowledge: Knowledge): Promise<Doubt[]> {
  const figures = [...new Set([claim.low, claim.high])];
  if (!figures.some((figure) => standsIn(figure, passage.text))) return [];
  const checked = await checkClaim.run(toClaimInput(claim, knowledge), knowledge);
  const ground = groundOf(checked, claim.source);
  const figure = claimedWords(claim, metricUnit(claim.metric));
  if (!ground) return [];
  const remark = `Checked: ${figure} is ${ground.verdict}`;
  return [{ passage: passage.id, claim: claim.id, figure, figures, ...ground, remark }];
}

/** The figures of passages that the check of their document's claims speaks against; each is checked when it is met. */
export async function findDoubts(passages: readonly Passage[], knowledge: Knowledge): Promise<Doubt[]> {
  const found: Doubt[] = [];
  for (const passage of passages) {
    const isHere = ({ source, heading }: Claim) =>
      source === passage.document && heading === ownHeading(passage);
    for (const claim of knowledge.claims().filter(isHere))
      found.push(...(await doubtOf(claim, passage, knowledge)));
  }
  return found;
}
