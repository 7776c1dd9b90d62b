import type { ReactNode } from "react";
import type { Verdict } from "./verdict.ts";

const signs: Record<Verdict, string> = { fits: "✓", tight: "!", "does-not-fit": "✕", unsupported: "✕" };

const words: Record<Verdict, string> = {
  fits: "Fits",
  tight: "Tight",
  "does-not-fit": "Does not fit",
  unsupported: "Cannot run there",
};

/** The verdict as what is read first: a sign, the word, and behind a colon by how much. */
export function VerdictLine({ verdict, children }: { verdict: Verdict; children?: ReactNode }) {
  return (
    <p className={`verdict ${verdict}`}>
      <span className="sign" aria-hidden="true">
        {signs[verdict]}
      </span>
      <span>
        <strong>{words[verdict]}</strong>
        {children && ":"}
      </span>{" "}
      {children}
    </p>
  );
}
