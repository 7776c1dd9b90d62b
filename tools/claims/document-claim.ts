import { type Claim, type ClaimMetric, parseClaimed } from "../../knowledge/claim-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { ClaimInput } from "./claim-input.ts";

/** One side of a quotient: a number, or the figure of another claim. */
function sideOf(side: string | number, claims: readonly Claim[], metric: ClaimMetric): number | undefined {
  if (typeof side === "number") return side;
  return claims.find(({ id }) => id === side)?.high ?? parseClaimed(side, metric);
}

/** A figure of a document as `check-claim` takes it. */
export function toClaimInput(claim: Claim, knowledge: Pick<Knowledge, "claims">): ClaimInput {
  const { id, heading, low, high, speculation, quotient, note, ...stated } = claim;
  const sides = quotient?.map((side) => sideOf(side, knowledge.claims(), claim.metric));
  const [over, under] = sides ?? [];
  return {
    ...stated,
    value: low,
    ...(high > low && { upTo: high }),
    ...(speculation && { speculativeDecoding: { method: speculation } }),
    ...(over !== undefined && under !== undefined && { quotient: [over, under] }),
  };
}

/** Where a claim is about: its board and model as they stand in the claim, for a heading. */
export function subjectWords({
  device,
  model,
  quantization,
  runtime,
  powerMode,
  concurrency,
  metric,
  circumstance,
}: Claim): string {
  const name = typeof model === "string" ? model : model?.name;
  const streams = concurrency === undefined || concurrency === 1 ? undefined : `${concurrency} streams`;
  const conditions = [quantization, runtime, powerMode, streams, circumstance].filter(
    (part) => part !== undefined,
  );
  const where = [name, device].filter((part) => part !== undefined).join(" on ");
  const given = conditions.length > 0 ? ` (${conditions.join(", ")})` : "";
  return `${where === "" ? metric : `${where}, ${metric}`}${given}`;
}
