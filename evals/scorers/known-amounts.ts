import type { ToolResult } from "../../tools/tool.ts";
import { type Amount, type AmountUnit, findAmounts, shows } from "./amounts.ts";

/** Units by how fields of results end. */
const fieldUnits: readonly (readonly [RegExp, readonly AmountUnit[]])[] = [
  [/bytes/i, ["B"]],
  [/tokensPerSecond|speed/i, ["tok/s"]],
  [/ms$/i, ["ms"]],
  [/watts|power/i, ["W"]],
  [/usd|price/i, ["USD"]],
  [/bandwidth/i, ["B/s"]],
  [/mem/i, ["B"]],
];

/** Amounts that somebody bears out: values by their unit. */
export type KnownAmounts = ReadonlyMap<AmountUnit, readonly number[]>;

type Noted = { unit: AmountUnit; value: number };

const unitOf = (unit: unknown): AmountUnit | undefined =>
  ["B", "B/s", "tok/s", "ms", "W", "USD"].find((known): known is AmountUnit => known === unit);

function ofText(text: string): Noted[] {
  return findAmounts(text).flatMap(({ unit, readings }) => readings.map(({ value }) => ({ unit, value })));
}

/** Amounts anywhere inside a value: in its texts, and in its numbers where unit or field tell what they count. */
function amountsIn(value: unknown, field: string): Noted[] {
  if (typeof value === "string") return ofText(value);
  if (typeof value === "number")
    return fieldUnits.flatMap(([pattern, units]) =>
      pattern.test(field) ? units.map((unit) => ({ unit, value })) : [],
    );
  if (Array.isArray(value)) return value.flatMap((each) => amountsIn(each, field));
  if (typeof value !== "object" || value === null) return [];
  const unit = unitOf(Reflect.get(value, "unit"));
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "value" && unit !== undefined && typeof inner === "number"
      ? [{ unit, value: inner }]
      : amountsIn(inner, /^(?:low|high|expected|value)$/.test(key) ? field : key),
  );
}

/** What the results of tools and the words of the user hold; what a call was given comes back in `resolved`, and counts for nothing. */
export function knownAmounts(results: readonly ToolResult[], words: string): KnownAmounts {
  const noted = [
    ...ofText(words),
    ...results.flatMap((result) => {
      const own = Object.entries(result).filter(([field]) => field !== "resolved");
      return own.flatMap(([field, value]) => amountsIn(value, field));
    }),
  ];
  const groups = Map.groupBy(noted, ({ unit }) => unit);
  return new Map(
    [...groups].map(([unit, group]) => [unit, [...new Set(group.map(({ value }) => Math.abs(value)))]]),
  );
}

/** True where an amount is one of those that are known, rounded or not. */
export function isKnown(amount: Amount, known: KnownAmounts): boolean {
  return (known.get(amount.unit) ?? []).some((value) => shows(amount, value));
}
