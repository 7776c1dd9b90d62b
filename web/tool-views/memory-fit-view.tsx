import { Bullets, Card } from "./card.tsx";
import { Figures } from "./figures.tsx";
import { Fixes } from "./fixes.tsx";
import { LedgerBar } from "./ledger-bar.tsx";
import { toSize } from "./ledger-segments.ts";
import { MemoryDetails } from "./memory-details.tsx";
import type { MemoryFit } from "./memory-fit.ts";
import { VerdictBadge } from "./verdict-badge.tsx";

/** Why a plan cannot run there, whatever the memory. */
export function Blockers({ blockers }: { blockers: readonly { message: string }[] }) {
  return blockers.length > 0 && <Bullets items={blockers.map(({ message }) => message)} />;
}

/** Whether a plan fits a board: the verdict, where the memory goes, and what would help. */
export function MemoryFitView({ output }: { output: MemoryFit }) {
  const { verdict, blockers, bytesNeeded, bytesAvailable, headroomBytes, names } = output;
  const margin = toSize(Math.abs(headroomBytes));
  return (
    <Card
      title={`Memory on ${names.device}`}
      badge={<VerdictBadge verdict={verdict} />}
      details={<MemoryDetails fit={output} />}
    >
      <Blockers blockers={blockers} />
      <Figures
        figures={[
          ["Needed", toSize(bytesNeeded)],
          ["Available", toSize(bytesAvailable)],
          headroomBytes < 0 ? ["Short by", margin] : ["Headroom", margin],
        ]}
      />
      <LedgerBar ledger={output} />
      <Fixes fixes={output.fixes} />
    </Card>
  );
}
