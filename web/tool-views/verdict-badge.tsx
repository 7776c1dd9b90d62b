import type { Answer } from "../../server/agent/answer.ts";
import { isOneOf } from "../guards.ts";

type Verdict = Answer["verdicts"][number]["verdict"];

const words: Record<Verdict, string> = {
  fits: "fits",
  tight: "tight",
  "does-not-fit": "does not fit",
  unsupported: "unsupported",
};

export const isVerdict = isOneOf<Verdict>(["fits", "tight", "does-not-fit", "unsupported"]);

/** A verdict in words; the colour only repeats them. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  return <span className={`badge ${verdict}`}>{words[verdict]}</span>;
}
