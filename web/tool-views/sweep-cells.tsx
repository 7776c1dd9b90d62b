import { formatGigabytes, formatMoney, formatSpeed } from "../format.ts";
import type { Row } from "./sweep.ts";
import type { Column } from "./table.tsx";
import { VerdictBadge } from "./verdict-badge.tsx";

/** Columns that every row of a sweep has, in the order of {@link rowCells}. */
export const rowColumns: readonly Column[] = [
  { name: "Board" },
  { name: "Verdict" },
  { name: "Headroom, GB", isFigure: true },
  { name: "tok/s", isFigure: true },
  { name: "Price", isFigure: true },
  { name: "Power", isFigure: true },
];

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
      {formatGigabytes(headroomBytes)}
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
        {price.kind}, {price.date}
      </span>
    </>
  );
}

/** The cells of a row: board, verdict, headroom, speed, newest price, power. */
export function rowCells(row: Row) {
  const { verdict, decodeTokensPerSecond, price, watts } = row;
  return [
    boardOf(row),
    <VerdictBadge key="verdict" verdict={verdict} />,
    <Headroom key="headroom" row={row} />,
    decodeTokensPerSecond ? formatSpeed(decodeTokensPerSecond.expected) : "",
    <Price key="price" price={price} />,
    watts === null ? "" : `${watts} W`,
  ];
}
