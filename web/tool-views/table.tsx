import type { ReactNode } from "react";
import { ScrollArea } from "../scroll-area.tsx";
import type { Sorting } from "./sort-rows.ts";

/** A column; figures are set flush right with digits of one width. */
export type Column = { name: string; isFigure?: boolean };

/** Which columns the rows can be sorted by, and by which they are. */
type Sort = {
  canSort: (column: number) => boolean;
  sorting: Sorting | undefined;
  onSort: (column: string) => void;
};

type TableProps = {
  caption: string;
  columns: readonly Column[];
  rows: readonly (readonly ReactNode[])[];
  /** Whether a narrow window shows each row as a block of named values, where a row is read for itself. */
  isStacking?: boolean;
  total?: readonly ReactNode[];
  sort?: Sort;
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

/** The name of a column; of one that sorts, it is the button that does, as the pattern of sortable tables has it. */
function Head({ column: { name, isFigure }, index, sort }: { column: Column; index: number; sort?: Sort }) {
  const direction = sort?.sorting?.column === name ? sort.sorting.direction : undefined;
  return (
    <th scope="col" className={isFigure ? "figure" : undefined} aria-sort={direction}>
      {sort?.canSort(index) ? (
        <button type="button" className="sort" onClick={() => sort.onSort(name)}>
          {name}
        </button>
      ) : (
        name
      )}
    </th>
  );
}

/** A captioned table; `total` is set apart below the rows. One that is too wide scrolls by itself, or stacks. */
export function Table({ caption, columns, rows, isStacking = false, total, sort }: TableProps) {
  return (
    <ScrollArea name={caption}>
      <table className={isStacking ? "stacking" : undefined}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <Head key={column.name} column={column} index={index} {...(sort && { sort })} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cells hold no state, whatever row stands there
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
