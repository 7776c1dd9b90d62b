import { type SortableColumn, SortableTable } from "../tool-views/sortable-table.tsx";
import type { Row } from "../tool-views/sweep.ts";
import { boardOf, reasonColumns, rowColumns } from "../tool-views/sweep-cells.tsx";
import type { Takeable } from "./sweep.ts";

type SweepTableProps<Each extends Row> = {
  caption: string;
  order: string;
  rows: readonly Takeable<Each>[];
  /** Columns behind those that every row has, before the reason against it. */
  more?: readonly SortableColumn<Takeable<Each>>[];
  onTake: (row: Takeable<Each>) => void;
};

/** What a sweep tried, best first, each with a button that makes it the plan. */
export function SweepTable<Each extends Row>({ rows, more = [], onTake, ...words }: SweepTableProps<Each>) {
  const take: SortableColumn<Takeable<Each>> = {
    name: "Take over",
    cell: (row) => (
      <button type="button" onClick={() => onTake(row)} aria-label={`Take ${boardOf(row)}`}>
        Take
      </button>
    ),
  };
  return (
    <SortableTable {...words} columns={[...rowColumns, ...more, ...reasonColumns(rows), take]} rows={rows} />
  );
}
