import { formatBytes, formatDollars, formatSpeed } from "../../knowledge/units.ts";
import type { Row } from "./row.ts";

/** The deciding figures of a row in a line: verdict, headroom, speed, price, power, and what is against it. */
export function rowDigest(row: Row): string {
  const { name, powerMode, verdict, headroomBytes, decodeTokensPerSecond, price, watts, whyNot } = row;
  return [
    `${name}${powerMode === null ? "" : ` in ${powerMode}`}: ${verdict}`,
    verdict === "unsupported" ? "" : `headroom ${formatBytes(headroomBytes)}`,
    decodeTokensPerSecond ? formatSpeed(decodeTokensPerSecond.expected) : "",
    price ? `${formatDollars(price.usd)} ${price.kind} ${price.date}` : "no price",
    watts === null ? "" : `${watts} W`,
    whyNot ? `not: ${whyNot.slice(0, 90)}` : "",
  ]
    .filter((text) => text !== "")
    .join(", ");
}
