import type { ReactNode } from "react";
import type { Row } from "../tool-views/sweep.ts";
import { boardOf, rowCells, rowColumns } from "../tool-views/sweep-cells.tsx";
import { type Column, Table } from "../tool-views/table.tsx";
import type { Takeable } from "./sweep.ts";

type SweepTableProps<Each extends Row> = {
  caption: string;
  rows: readonly Takeable<Each>[];
  /** Columns behind those that every row has, before the reason against it. */
  more?: readonly { column: Column; cell: (row: Takeable<Each>) => ReactNode }[];
  onTake: (row: Takeable<Each>) => void;
};

/** What a sweep tried, best first, each with a button that makes it the plan. */
export function SweepTable<Each extends Row>({ caption, rows, more = [], onTake }: SweepTableProps<Each>) {
  const hasReasons = rows.some(({ whyNot }) => whyNot);
  const columns = [
    ...rowColumns,
    ...more.map(({ column }) => column),
    ...(hasReasons ? [{ name: "Against it" }] : []),
    { name: "Take over" },
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows.map((row) => [
        ...rowCells(row),
        ...more.map(({ cell }) => cell(row)),
        ...(hasReasons ? [row.whyNot ?? ""] : []),
        <button key="take" type="button" onClick={() => onTake(row)} aria-label={`Take ${boardOf(row)}`}>
          Take
        </button>,
      ])}
      isStacking={true}
    />
  );
}
