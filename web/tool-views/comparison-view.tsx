import { formatGigabytes, formatSpeed } from "../format.ts";
import {
  type Guarded,
  isBoolean,
  isListOf,
  isMissingOr,
  isNullOr,
  isNumber,
  isShape,
  isString,
} from "../guards.ts";
import { Card, GroundsView, groundsShape } from "./card.tsx";
import { type Column, Table } from "./table.tsx";
import { isVerdict, VerdictBadge } from "./verdict-badge.tsx";

const rowShape = {
  name: isString,
  powerMode: isNullOr(isString),
  verdict: isVerdict,
  headroomBytes: isNumber,
  decodeTokensPerSecond: isNullOr(isShape({ expected: isNumber })),
  price: isNullOr(isShape({ usd: isNumber, kind: isString, date: isString })),
  watts: isNullOr(isNumber),
  meetsAll: isBoolean,
  whyNot: isNullOr(isString),
};

export const isRow = isShape(rowShape);
export const isPlan = isShape({ ...rowShape, settings: isString, quality: isNullOr(isString) });

export const isComparison = isShape({
  ...groundsShape,
  rows: isListOf(isRow),
  best: isNullOr(isRow),
  names: isMissingOr(isShape({ workloads: isListOf(isString) })),
});

type Row = Guarded<typeof isRow>;
type Comparison = Guarded<typeof isComparison>;

/** Columns that every row of a sweep has, in the order of {@link rowCells}. */
export const rowColumns: readonly Column[] = [
  { name: "Board" },
  { name: "Verdict" },
  { name: "Headroom, GB", isFigure: true },
  { name: "tok/s", isFigure: true },
  { name: "USD", isFigure: true },
  { name: "W", isFigure: true },
];

/** The board in its mode. */
export function boardOf({ name, powerMode }: Row): string {
  return powerMode === null ? name : `${name}, ${powerMode}`;
}

/** The cells of a row: board, verdict, headroom, speed, newest price, power. */
export function rowCells(row: Row) {
  const { verdict, headroomBytes, decodeTokensPerSecond, price, watts } = row;
  return [
    boardOf(row),
    <VerdictBadge key="verdict" verdict={verdict} />,
    verdict === "unsupported" ? "" : formatGigabytes(headroomBytes),
    decodeTokensPerSecond ? formatSpeed(decodeTokensPerSecond.expected) : "",
    price ? `${price.usd} (${price.kind}, ${price.date})` : "",
    watts ?? "",
  ];
}

/** The same workloads on many boards, best first. */
export function ComparisonView({ output }: { output: Comparison }) {
  const { rows, best, names } = output;
  return (
    <Card
      title={`Boards for ${names?.workloads.join(" + ") ?? "the workloads"}`}
      hint={best ? boardOf(best) : "none meets all"}
    >
      <Table
        caption="Boards, best first"
        columns={[...rowColumns, { name: "Against it" }]}
        rows={rows.map((row) => [...rowCells(row), row.whyNot ?? ""])}
      />
      <GroundsView grounds={output} />
    </Card>
  );
}
