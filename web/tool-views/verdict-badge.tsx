import type { Verdict } from "./verdict.ts";

const words: Record<Verdict, string> = {
  fits: "fits",
  tight: "tight",
  "does-not-fit": "does not fit",
  unsupported: "unsupported",
};

/** A verdict in words; the colour only repeats them. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  return <span className={`badge ${verdict}`}>{words[verdict]}</span>;
}
