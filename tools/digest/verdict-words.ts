import type { Verdict } from "../memory/ledger.ts";

/** A verdict as an answer words it; "tight" is easily taken for a refusal. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  fits: "fits",
  tight: "tight (it runs, but uses part of the safety reserve)",
  "does-not-fit": "does not fit",
  unsupported: "unsupported",
};
