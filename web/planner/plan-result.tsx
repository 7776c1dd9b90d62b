import { useEffect, useState } from "react";
import { Failure } from "../failure.tsx";
import { Fold } from "../tool-views/card.tsx";
import { marginOf } from "../tool-views/fixes.tsx";
import { LedgerBar } from "../tool-views/ledger-bar.tsx";
import { toSize } from "../tool-views/ledger-segments.ts";
import { MemoryDetails } from "../tool-views/memory-details.tsx";
import { Blockers } from "../tool-views/memory-fit-view.tsx";
import { VerdictLine } from "../tool-views/verdict-line.tsx";
import type { Fit } from "./fit.ts";
import { FixButtons } from "./fix-buttons.tsx";
import type { ChangePlan } from "./use-plan.ts";
import type { Live } from "./use-tool.ts";

/** A screen reader hears where a drag ended, not each of its steps. */
const announceAfterMs = 800;

function sumWords(fit: Fit): string {
  const sums = `${toSize(fit.bytesNeeded)} of ${toSize(fit.bytesAvailable)}`;
  return fit.verdict === "unsupported" ? `would need ${sums}` : `${sums}, ${marginOf(fit)}`;
}

function Announcement({ text }: { text: string }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), announceAfterMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <output className="visually-hidden" aria-live="polite">
      {said}
    </output>
  );
}

/** The verdict, the sums and the bar: what stays in sight while something is dragged. */
export function PlanSummary({ live, isEmpty }: { live: Live<Fit>; isEmpty: boolean }) {
  const { output: fit, error, isLate, retry } = live;
  if (error) return <Failure error={error} onRetry={retry} />;
  if (!fit)
    return <p className="note">{isEmpty ? "Add a workload to see whether it fits." : "Adding up …"}</p>;
  return (
    <div data-late={isLate}>
      <VerdictLine verdict={fit.verdict}>
        <span className="sums" dir="auto">
          {sumWords(fit)}
        </span>
      </VerdictLine>
      <LedgerBar ledger={fit} />
      <Announcement text={`${fit.names.device}: ${fit.verdict.replaceAll("-", " ")}, ${sumWords(fit)}`} />
    </div>
  );
}

/** Why it does not run, what would help, and the ledger behind the verdict. */
export function PlanDetails({ live, onChange }: { live: Live<Fit>; onChange: ChangePlan }) {
  const { output: fit, isLate } = live;
  if (!fit) return null;
  return (
    <div className="plan-details" data-late={isLate}>
      <Blockers blockers={fit.blockers} />
      <FixButtons fixes={fit.fixes} onChange={onChange} />
      <Fold className="card folded" summary="Where the memory goes, and how to run it">
        <div className="card-body">
          <MemoryDetails fit={fit} />
        </div>
      </Fold>
    </div>
  );
}
