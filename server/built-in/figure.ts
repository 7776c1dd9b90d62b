import { parseQuantity } from "../../knowledge/units.ts";
import type { FactUnit } from "../../tools/facts.ts";

/** A number as somebody wrote it: its value in the base unit and half a step of its last digit. */
export type Figure = { text: string; value: number; slack: number; unit: FactUnit | undefined };

const units: readonly (readonly [FactUnit, RegExp])[] = [
  ["tok/s/W", /^tok\/s(?:\/W| per watt)$/i],
  ["tok/s", /^(?:tok(?:en)?s?\s?(?:\/|per|a)\s?s(?:ec(?:ond)?)?|t\/s|tps)$/i],
  ["B/s", /^[KMGT]i?B\/s$/i],
  ["B", /^[KMGT]i?B$|^gigabytes?$|^megabytes?$/i],
  ["ms", /^(?:ms|s|seconds?|milliseconds?)$/i],
  ["W", /^(?:W|watts?)$/i],
  ["USD", /^(?:USD|dollars?|bucks)$/i],
  ["Wh", /^k?Wh$/i],
  ["J", /^(?:J|joules?)$/i],
];

const pattern =
  /(?<![\w.-])(?<dollar>\$\s?)?(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?<fraction>\.\d+)?\s?(?<unit>tok(?:en)?s?\s?(?:\/|per|a)\s?s(?:ec(?:ond)?)?(?:\/W| per watt)?|t\/s|tps|[KMGT]i?B\/s|[KMGT]i?B|gigabytes?|megabytes?|ms|milliseconds?|seconds?|s|watts?|W|USD|dollars?|bucks|kWh|Wh|joules?|J|%)?(?![\w])/i;

const spelled: Readonly<Record<string, string>> = {
  gigabyte: "GB",
  gigabytes: "GB",
  megabyte: "MB",
  megabytes: "MB",
  second: "s",
  seconds: "s",
  millisecond: "ms",
  milliseconds: "ms",
};

function scaleOf(written: string, unit: FactUnit): number {
  const name = spelled[written.toLowerCase()] ?? written;
  if (unit === "ms") return /^s/i.test(name) ? 1000 : 1;
  if (unit === "Wh") return /^k/i.test(name) ? 1000 : 1;
  if (unit !== "B" && unit !== "B/s") return 1;
  const known = name.replace(/^[kmgt]/, (letter) => letter.toUpperCase()).replace(/b(?=\/|$)/, "B");
  return parseQuantity(`1 ${known}`, unit) ?? 1;
}

/** The first number of a text with its unit; undefined where it has none. */
export function readFigure(text: string): Figure | undefined {
  const match = pattern.exec(text);
  if (!match?.groups) return undefined;
  const { dollar, whole = "", fraction = "", unit: written = "" } = match.groups;
  const unit = dollar ? "USD" : units.find(([, known]) => known.test(written))?.[0];
  const scale = unit ? scaleOf(written, unit) : 1;
  const digits = Math.max(0, fraction.length - 1);
  return {
    text: match[0].trim(),
    value: Number(whole.replaceAll(",", "") + fraction) * scale,
    slack: (scale * 10 ** -digits) / 2,
    unit,
  };
}
