import { formatGigabytes } from "../format.ts";
import { Bullets, GroundsView } from "./card.tsx";
import { Command } from "./command.tsx";
import { partOf } from "./ledger-parts.ts";
import { ownerOf } from "./ledger-segments.ts";
import type { MemoryFit } from "./memory-fit.ts";
import { Table } from "./table.tsx";

function LedgerTable({ fit }: { fit: MemoryFit }) {
  return (
    <Table
      caption="Where the memory goes"
      columns={[{ name: "Part" }, { name: "For" }, { name: "GB", isFigure: true }]}
      rows={fit.lines.map(({ part, workload, bytes }) => [
        partOf(part).name,
        ownerOf(workload, fit),
        formatGigabytes(bytes),
      ])}
      total={["Needed", "", formatGigabytes(fit.bytesNeeded)]}
    />
  );
}

/** What starts each workload. */
function Commands({ commands = [] }: Pick<MemoryFit, "commands">) {
  if (commands.length === 0) return null;
  return (
    <section>
      <h4>To run it</h4>
      {commands.map(({ command, notes }) => (
        <div key={command}>
          <Command text={command} />
          {notes.length > 0 && <p className="note">{notes.join("; ")}.</p>}
        </div>
      ))}
    </section>
  );
}

/** The ledger as a table, how to run the plan, how such plans have failed, and what it rests on. */
export function MemoryDetails({ fit }: { fit: MemoryFit }) {
  const { verdict, commands, pitfalls = [], ruleOfThumb } = fit;
  return (
    <>
      <LedgerTable fit={fit} />
      <Commands commands={commands} />
      {verdict !== "does-not-fit" && pitfalls.length > 0 && (
        <section>
          <h4>How such plans have failed</h4>
          <Bullets items={pitfalls.map(({ text }) => text)} />
        </section>
      )}
      {ruleOfThumb && <p className="note">Rule of thumb, for comparison: {ruleOfThumb.text}.</p>}
      <GroundsView grounds={fit} />
    </>
  );
}
