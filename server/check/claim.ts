/** How a claim stands: backed by the evidence, the user's own words, or neither. */
export type Mark = "verified" | "given" | "unverified";

/** One claim of a text with its place in it (UTF-16 offsets into the text that was checked). */
export type MarkedClaim = {
  text: string;
  kind: "number" | "verdict" | "citation";
  start: number;
  end: number;
  /** Id of the fact it agrees with; for a verdict of the fact that decides it. */
  fact?: string;
  /** Ids of the facts it is a sum, difference, ratio or per cent of. */
  derivedFrom?: string[];
  /** Id of the cited passage that holds it. */
  citation?: string;
  /** For what is unverified: why, in a sentence that names the right value where there is one. */
  reason?: string;
};

/** How the claims of a text stand. */
export type CheckReport = { verified: MarkedClaim[]; given: MarkedClaim[]; unverified: MarkedClaim[] };
