import { Bullets, Card } from "./card.tsx";
import { Fixes, marginOf } from "./fixes.tsx";
import { LedgerBar } from "./ledger-bar.tsx";
import { toSize } from "./ledger-segments.ts";
import { MemoryDetails } from "./memory-details.tsx";
import type { MemoryFit } from "./memory-fit.ts";
import { VerdictLine } from "./verdict-line.tsx";

/** Why a plan cannot run there, whatever the memory. */
export function Blockers({ blockers }: { blockers: readonly { message: string }[] }) {
  return blockers.length > 0 && <Bullets items={blockers.map(({ message }) => message)} />;
}

/** Whether a plan fits a board: the verdict, where the memory goes, and what would help. */
export function MemoryFitView({ output }: { output: MemoryFit }) {
  const { verdict, blockers, bytesNeeded, bytesAvailable, names } = output;
  return (
    <Card title={`Memory on ${names.device}`} details={<MemoryDetails fit={output} />}>
      <VerdictLine verdict={verdict}>{verdict !== "unsupported" && marginOf(output)}</VerdictLine>
      <Blockers blockers={blockers} />
      <p className="note">
        {names.workloads.join(" + ")} {names.workloads.length === 1 ? "needs" : "need"}{" "}
        <strong>{toSize(bytesNeeded)}</strong> with the system and the safety reserve; the board has{" "}
        <strong>{toSize(bytesAvailable)}</strong>.
      </p>
      <LedgerBar ledger={output} />
      <Fixes fixes={output.fixes} />
    </Card>
  );
}
