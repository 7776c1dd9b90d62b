import type { DeviceComparison } from "../../tools/compare-devices.ts";
import type { Row } from "../../tools/sweep/row.ts";

/** Verdicts as a clause says them. */
export const verdictWords = {
  fits: "fits",
  tight: "is tight",
  "does-not-fit": "does not fit",
  unsupported: "unsupported",
} as const;

type Facts = Pick<DeviceComparison, "facts">;

/** A figure of the row of that rank as its fact displays it. */
export function display({ facts }: Facts, id: string, rank: number): string {
  return facts.find((fact) => fact.id === `${id}-${rank}`)?.display ?? "–";
}

/** The board in its mode. */
export function place({ name, powerMode }: Row): string {
  return powerMode === null ? name : `${name} in ${powerMode}`;
}

/** What a row has and costs, in a clause. */
export function figures(result: Facts, row: Row, rank: number): string {
  const parts = [
    row.decodeTokensPerSecond ? `about ${display(result, "decode", rank)}` : "",
    `${display(result, "headroom", rank)} of headroom`,
    row.price ? display(result, "price", rank) : "no price on record",
    row.watts === null ? "" : display(result, "watts", rank),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

/** Columns that every row of a sweep has. */
export const columns = ["verdict", "headroom", "one stream", "price", "power"];

/** The cells of those columns. */
export function cells(result: Facts, row: Row, rank: number): string[] {
  const ids = ["headroom", "decode", "price", "watts"];
  const isKnown = row.verdict !== "unsupported";
  return [
    verdictWords[row.verdict].replace(/^is /, ""),
    ...ids.map((id) => (id === "headroom" && !isKnown ? "–" : display(result, id, rank))),
  ];
}
