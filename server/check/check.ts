import type { Known } from "./bound-facts.ts";
import { checkCitations } from "./check-citation.ts";
import { checkNumber, matchNumber } from "./check-number.ts";
import { checkVerdicts } from "./check-verdict.ts";
import type { CheckReport, Mark, MarkedClaim } from "./claim.ts";
import type { Evidence } from "./evidence.ts";
import { readScene } from "./scene.ts";

export type { CheckReport, Mark, MarkedClaim } from "./claim.ts";

/**
 * Marks every number, verdict word and citation of a text: verified when the evidence of this turn bears it out,
 * given when the user said it, unverified otherwise. Reads any text and never throws.
 */
export function checkText(text: string, evidence: Evidence): CheckReport {
  const scene = readScene(text, evidence.names, evidence.index.titles);
  const lower = scene.folded.toLowerCase();
  const report: CheckReport = { verified: [], given: [], unverified: [] };
  const add = (mark: Mark, claim: MarkedClaim) => report[mark].push(claim);
  const matched = scene.numbers.map((number) => matchNumber(number, scene, evidence));
  const known = matched.flatMap(({ number: { start }, fact }): Known[] => (fact ? [{ start, fact }] : []));
  for (const number of matched) {
    const checked = checkNumber(number, known, lower, scene, evidence);
    if (checked) add(checked.mark, checked.claim);
  }
  for (const { mark, claim } of checkVerdicts(known, lower, scene, evidence)) add(mark, claim);
  for (const { mark, claim } of checkCitations(scene, evidence)) add(mark, claim);
  for (const claims of Object.values(report)) claims.sort((a, b) => a.start - b.start);
  return report;
}
