/** What a row is sorted by; null where nobody knows it. */
export type SortKey = number | string | null;

export type Sorting = { column: string; direction: "ascending" | "descending" };

const words = new Intl.Collator("en", { numeric: true });

function compare(one: number | string, other: number | string): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return words.compare(String(one), String(other));
}

/** Rows by a key; those without one come last either way, and equal ones keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  by: (row: Row) => SortKey,
  direction: Sorting["direction"],
): Row[] {
  const sign = direction === "ascending" ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [one, other] = [by(a), by(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * compare(one, other);
  });
}

/** What a press of a column's name leads to: up, then down, then back to the order in which the rows came. */
export function nextSorting(column: string, before: Sorting | undefined): Sorting | undefined {
  if (before?.column !== column) return { column, direction: "ascending" };
  return before.direction === "ascending" ? { column, direction: "descending" } : undefined;
}
