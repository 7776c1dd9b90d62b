import {
  type Guarded,
  isListOf,
  isMissingOr,
  isNullOr,
  isNumber,
  isOneOf,
  isRecord,
  isShape,
  isString,
} from "../guards.ts";
import { groundsShape } from "./grounds.ts";
import { isNearRuns } from "./near-runs.ts";

export const isClaimVerdict = isOneOf(["consistent", "unknown", "doubtful", "implausible", "impossible"]);

/** What `check-claim` gives, as far as it is shown. */
export const isClaim = isShape({
  ...groundsShape,
  verdict: isClaimVerdict,
  claim: isString,
  // Answers kept on a device from before the tool gave names have none.
  names: isMissingOr(isShape({ device: isNullOr(isString), model: isNullOr(isString) })),
  reasons: isListOf(isShape({ message: isString, verdict: isClaimVerdict })),
  ratioToCeiling: isNullOr(isNumber),
  neighbours: isNearRuns,
  contradictions: isListOf(isShape({ message: isString })),
  resolved: isRecord,
});

export type Claim = Guarded<typeof isClaim>;
export type ClaimVerdict = Guarded<typeof isClaimVerdict>;
