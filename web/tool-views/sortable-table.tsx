import { type ReactNode, useState } from "react";
import { formatCount } from "../format.ts";
import { nextSorting, type Sorting, type SortKey, sortRows } from "./sort-rows.ts";
import { type Column, Table } from "./table.tsx";

/** A column of rows of one kind: what it shows of each, and what it sorts them by where it can. */
export type SortableColumn<Row> = Column & {
  cell: (row: Row) => ReactNode;
  by?: (row: Row) => SortKey;
};

type SortableTableProps<Row> = {
  /** What the rows are, such as "Boards". */
  caption: string;
  /** The order in which they came, such as "best first". */
  order: string;
  columns: readonly SortableColumn<Row>[];
  rows: readonly Row[];
  /** How many rows are shown before the rest is asked for, and what one is called. */
  limit?: { count: number; noun: string };
};

function captionOf(caption: string, order: string, sorting: Sorting | undefined): string {
  return sorting ? `${caption}, by ${sorting.column}, ${sorting.direction}` : `${caption}, ${order}`;
}

/** A table whose rows are sorted by the column whose name is pressed; a third press brings the first order back. */
export function SortableTable<Row>({ caption, order, columns, rows, limit }: SortableTableProps<Row>) {
  const [sorting, setSorting] = useState<Sorting>();
  const [isWhole, setIsWhole] = useState(false);
  const by = columns.find(({ name }) => name === sorting?.column)?.by;
  const sorted = sorting && by ? sortRows(rows, by, sorting.direction) : rows;
  const hidden = limit ? Math.max(0, rows.length - limit.count) : 0;
  const shown = isWhole || !limit ? sorted : sorted.slice(0, limit.count);
  return (
    <div>
      <Table
        isStacking={true}
        caption={captionOf(caption, order, sorting)}
        columns={columns}
        rows={shown.map((row) => columns.map(({ cell }) => cell(row)))}
        sort={{
          canSort: (index) => columns[index]?.by !== undefined,
          sorting,
          onSort: (column) => setSorting((before) => nextSorting(column, before)),
        }}
      />
      {limit && hidden > 0 && (
        <button type="button" className="quiet" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? `Only the first ${limit.count}` : `Show ${formatCount(hidden, `further ${limit.noun}`)}`}
        </button>
      )}
    </div>
  );
}
