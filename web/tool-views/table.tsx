import type { ReactNode } from "react";
import { ScrollArea } from "../scroll-area.tsx";

/** A column; figures are set flush right with digits of one width. */
export type Column = { name: string; isFigure?: boolean };

type TableProps = {
  caption: string;
  columns: readonly Column[];
  rows: readonly (readonly ReactNode[])[];
  /** Whether a narrow window shows each row as a block of named values, where a row is read for itself. */
  isStacking?: boolean;
  total?: readonly ReactNode[];
};

function Cells({ cells, columns }: { cells: readonly ReactNode[]; columns: readonly Column[] }) {
  return (
    <tr>
      {columns.map(({ name, isFigure }, index) => (
        <td key={name} className={isFigure ? "figure" : undefined} data-name={name}>
          {cells[index]}
        </td>
      ))}
    </tr>
  );
}

/** A captioned table; `total` is set apart below the rows. One that is too wide scrolls by itself, or stacks. */
export function Table({ caption, columns, rows, isStacking = false, total }: TableProps) {
  return (
    <ScrollArea name={caption}>
      <table className={isStacking ? "stacking" : undefined}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, isFigure }) => (
              <th key={name} scope="col" className={isFigure ? "figure" : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a result never change
            <Cells key={index} cells={cells} columns={columns} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <Cells cells={total} columns={columns} />
          </tfoot>
        )}
      </table>
    </ScrollArea>
  );
}
