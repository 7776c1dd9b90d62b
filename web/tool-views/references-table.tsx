import { formatSpeed } from "../format.ts";
import { Table } from "./table.tsx";

type Reference = {
  id: string;
  distance: string;
  tokensPerSecond: number;
  metric: string;
  source: string;
  date: string | null;
  note: string | null | undefined;
};

/** The nearest measured runs, and how each differs from the question. */
export function ReferencesTable({ references }: { references: readonly Reference[] }) {
  if (references.length === 0) return null;
  const rows = references.map(({ distance, note, tokensPerSecond, metric, source, date }) => [
    formatSpeed(tokensPerSecond),
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
