import { formatCount } from "../format.ts";
import { type Guarded, isListOf, isMissingOr, isNullOr, isShape, isString } from "../guards.ts";
import { Card, Fold, GroundsView } from "./card.tsx";
import { groundsShape } from "./grounds.ts";
import { isRow, type Row } from "./sweep.ts";
import { boardOf, rowCells, rowColumns } from "./sweep-cells.tsx";
import { Table } from "./table.tsx";

export const isComparison = isShape({
  ...groundsShape,
  rows: isListOf(isRow),
  best: isNullOr(isRow),
  rankedBy: isMissingOr(isString),
  names: isMissingOr(isShape({ workloads: isListOf(isString) })),
});

/** The first of a ranking, by what it was ranked by. */
const firsts = new Map([
  ["cheapest", "Cheapest"],
  ["coolest", "Coolest"],
  ["fastest", "Fastest"],
  ["headroom", "Roomiest"],
]);

/** Boards shown before the rest is folded away. */
const shown = 6;

function Boards({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  const hasReasons = rows.some(({ whyNot }) => whyNot);
  return (
    <Table
      isStacking={true}
      caption={caption}
      columns={[...rowColumns, ...(hasReasons ? [{ name: "Against it" }] : [])]}
      rows={rows.map((row) => [...rowCells(row), row.whyNot ?? ""])}
    />
  );
}

/** The same workloads on many boards, best first. */
export function ComparisonView({ output }: { output: Guarded<typeof isComparison> }) {
  const { rows, best, rankedBy, names } = output;
  const others = rows.slice(shown);
  return (
    <Card
      title={`Boards for ${names?.workloads.join(" + ") ?? "the workloads"}`}
      details={<GroundsView grounds={output} />}
    >
      <p className="lead">
        {best
          ? `${firsts.get(rankedBy ?? "") ?? "Best"} that meets all: ${boardOf(best)}`
          : "No board meets all."}
      </p>
      <Boards caption="Boards, best first" rows={rows.slice(0, shown)} />
      {others.length > 0 && (
        <Fold summary={formatCount(others.length, "further board")}>
          <Boards caption="Further boards" rows={others} />
        </Fold>
      )}
    </Card>
  );
}
