import type { Claim } from "../../knowledge/claim-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type CheckedClaim, checkClaim } from "../../tools/check-claim.ts";
import { toClaimInput } from "../../tools/claims/document-claim.ts";

/** A figure of a document and what was found out about it. */
export type Audited = { claim: Claim; checked: CheckedClaim };

/** Checks every figure that the documents print, in the order of their files. */
export async function auditClaims(knowledge: Knowledge): Promise<Audited[]> {
  const audited: Audited[] = [];
  for (const claim of knowledge.claims())
    audited.push({ claim, checked: await checkClaim.run(toClaimInput(claim, knowledge), knowledge) });
  return audited;
}

/** True for a figure that physics, a record, its own arithmetic or another source speaks against. */
export function isQuestioned({ checked }: Audited): boolean {
  return isFaulty(checked) || checked.contradictions.length > 0;
}

function isFaulty({ verdict }: CheckedClaim): boolean {
  return verdict === "impossible" || verdict === "implausible" || verdict === "doubtful";
}
