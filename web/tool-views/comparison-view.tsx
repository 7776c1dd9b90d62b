import { type Guarded, isListOf, isMissingOr, isNullOr, isShape, isString } from "../guards.ts";
import { Card, GroundsView } from "./card.tsx";
import { groundsShape } from "./grounds.ts";
import { SortableTable } from "./sortable-table.tsx";
import { firstOf, isRow } from "./sweep.ts";
import { boardOf, reasonColumns, rowColumns } from "./sweep-cells.tsx";

export const isComparison = isShape({
  ...groundsShape,
  rows: isListOf(isRow),
  best: isNullOr(isRow),
  rankedBy: isMissingOr(isString),
  names: isMissingOr(isShape({ workloads: isListOf(isString) })),
});

/** Boards shown before the rest is asked for. */
const limit = { count: 6, noun: "board" };

/** The same workloads on many boards, best first. */
export function ComparisonView({ output }: { output: Guarded<typeof isComparison> }) {
  const { rows, best, rankedBy, names } = output;
  return (
    <Card
      title={`Boards for ${names?.workloads.join(" + ") ?? "the workloads"}`}
      details={<GroundsView grounds={output} />}
    >
      <p className="lead">
        {best ? `${firstOf(rankedBy)} that meets all: ${boardOf(best)}` : "No board meets all."}
      </p>
      <SortableTable
        caption="Boards"
        order="best first"
        columns={[...rowColumns, ...reasonColumns(rows)]}
        rows={rows}
        limit={limit}
      />
    </Card>
  );
}
