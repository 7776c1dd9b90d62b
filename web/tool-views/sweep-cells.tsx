import { formatMoney, formatSpeed } from "../format.ts";
import { toSize } from "./ledger-segments.ts";
import type { SortableColumn } from "./sortable-table.tsx";
import type { Row } from "./sweep.ts";
import type { Verdict } from "./verdict.ts";
import { VerdictBadge } from "./verdict-badge.tsx";

/** The board in its mode. */
export function boardOf({ name, powerMode }: Row): string {
  return powerMode === null ? name : `${name}, ${powerMode}`;
}

/** What stays free, and the share of the memory that is needed as a thin bar. */
function Headroom({ row: { verdict, headroomBytes, bytesNeeded, bytesAvailable } }: { row: Row }) {
  if (verdict === "unsupported") return null;
  const used = bytesNeeded && bytesAvailable ? Math.min(1, bytesNeeded / bytesAvailable) : undefined;
  return (
    <>
      {headroomBytes < 0 ? `−${toSize(-headroomBytes)}` : toSize(headroomBytes)}
      {used !== undefined && (
        <span className={`thin-bar ${verdict}`} aria-hidden="true">
          <span className="needed" style={{ inlineSize: `${100 * used}%` }} />
        </span>
      )}
    </>
  );
}

function Price({ price }: Pick<Row, "price">) {
  if (!price) return null;
  return (
    <>
      {formatMoney(price.usd)}
      <span className="under">
        {price.kind}, <span className="unbroken">{price.date}</span>
      </span>
    </>
  );
}

/** From the best verdict to the worst. */
const ranks: Record<Verdict, number> = { fits: 0, tight: 1, "does-not-fit": 2, unsupported: 3 };

/** Columns that every row of a sweep has: board, verdict, headroom, speed, newest price, power. */
export const rowColumns: readonly SortableColumn<Row>[] = [
  { name: "Board", cell: boardOf, by: boardOf },
  {
    name: "Verdict",
    cell: ({ verdict }) => <VerdictBadge verdict={verdict} />,
    by: ({ verdict }) => ranks[verdict],
  },
  {
    name: "Stays free",
    isFigure: true,
    cell: (row) => <Headroom row={row} />,
    by: ({ verdict, headroomBytes }) => (verdict === "unsupported" ? null : headroomBytes),
  },
  {
    name: "Speed",
    isFigure: true,
    cell: ({ decodeTokensPerSecond: speed }) => (speed ? `${formatSpeed(speed.expected)} tok/s` : ""),
    by: ({ decodeTokensPerSecond: speed }) => speed?.expected ?? null,
  },
  {
    name: "Price",
    isFigure: true,
    cell: ({ price }) => <Price price={price} />,
    by: ({ price }) => price?.usd ?? null,
  },
  {
    name: "Power",
    isFigure: true,
    cell: ({ watts }) => (watts === null ? "" : `${watts} W`),
    by: ({ watts }) => watts,
  },
];

/** What speaks against a row, where anything speaks against any. */
export function reasonColumns(rows: readonly Row[]): SortableColumn<Row>[] {
  if (!rows.some(({ whyNot }) => whyNot)) return [];
  return [{ name: "Against it", cell: ({ whyNot }) => whyNot ?? "" }];
}
