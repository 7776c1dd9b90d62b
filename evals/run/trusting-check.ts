import { checkText } from "../../server/check/check.ts";

/** A check that lets everything stand: what an advisor is worth without its check is seen by putting this in its place. */
export const trustingCheck: typeof checkText = (text, evidence) => {
  const { verified, given, unverified } = checkText(text, evidence);
  const believed = unverified.map(({ reason: _, ...claim }) => claim);
  return { verified: [...verified, ...believed].sort((a, b) => a.start - b.start), given, unverified: [] };
};
