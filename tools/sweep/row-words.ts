import { formatBytes, formatDollars, formatSpeed } from "../../knowledge/units.ts";
import type { Row } from "./row.ts";

const words: Readonly<Record<Row["verdict"], string>> = {
  fits: "fits",
  tight: "tight",
  "does-not-fit": "does not fit",
  unsupported: "unsupported",
};

/**
 * The deciding figures of a row in a line: verdict, headroom, speed, price, power, and what is against it. Price and
 * power are said once of a board.
 */
export function rowDigest(row: Row, index = 0, rows: readonly Row[] = [row]): string {
  const isSaid = rows
    .slice(0, index)
    .some(({ name, powerMode }) => name === row.name && powerMode === row.powerMode);
  const { name, powerMode, verdict, headroomBytes, decodeTokensPerSecond, price, watts, whyNot } = row;
  return [
    `${name}${powerMode === null ? "" : ` in ${powerMode}`}: ${words[verdict]}`,
    verdict === "unsupported" ? "" : `headroom ${formatBytes(headroomBytes)}`,
    decodeTokensPerSecond ? formatSpeed(decodeTokensPerSecond.expected) : "",
    isSaid ? "" : price ? `${formatDollars(price.usd)} (${price.kind}, ${price.date})` : "no price",
    isSaid || watts === null ? "" : `${watts} W`,
    whyNot ? `not: ${whyNot.slice(0, 90)}` : "",
  ]
    .filter((text) => text !== "")
    .join(", ");
}
