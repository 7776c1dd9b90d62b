import { formatMeasured } from "../format.ts";
import { Table } from "./table.tsx";
import type { Reference } from "./throughput.ts";

/** The nearest measured runs, and how each differs from the question. */
export function ReferencesTable({ references }: { references: readonly Reference[] }) {
  if (references.length === 0) return null;
  const rows = references.map(({ distance, note, tokensPerSecond, metric, source, date }) => [
    formatMeasured(tokensPerSecond),
    [metric === "aggregate" ? "all streams" : "", distance, note].filter(Boolean).join("; "),
    date ? `${source}, ${date}` : source,
  ]);
  return (
    <Table
      caption="Nearest measured runs"
      columns={[{ name: "tok/s", isFigure: true }, { name: "Against the question" }, { name: "Source" }]}
      rows={rows}
    />
  );
}
