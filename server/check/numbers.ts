import type { FactUnit } from "../../tools/facts.ts";

/** A number of a text with its unit, in the text's own words. */
export type NumberToken = {
  text: string;
  start: number;
  end: number;
  value: number;
  /** Size of one step of the last digit shown, in the unit's base: how far rounding may be off. */
  step: number;
  unit: FactUnit;
  /** How many base units one of the written unit is. */
  factor: number;
};

const units: Readonly<Record<string, { unit: FactUnit; factor: number }>> = {
  kb: { unit: "B", factor: 1e3 },
  mb: { unit: "B", factor: 1e6 },
  gb: { unit: "B", factor: 1e9 },
  mib: { unit: "B", factor: 2 ** 20 },
  gib: { unit: "B", factor: 2 ** 30 },
  "gb/s": { unit: "B/s", factor: 1e9 },
  "tok/s": { unit: "tok/s", factor: 1 },
  "tokens/s": { unit: "tok/s", factor: 1 },
  "tokens per second": { unit: "tok/s", factor: 1 },
  "tok/sec": { unit: "tok/s", factor: 1 },
  "t/s": { unit: "tok/s", factor: 1 },
  tb: { unit: "B", factor: 1e12 },
  "gib/s": { unit: "B/s", factor: 2 ** 30 },
  ms: { unit: "ms", factor: 1 },
  s: { unit: "ms", factor: 1000 },
  w: { unit: "W", factor: 1 },
  watts: { unit: "W", factor: 1 },
  usd: { unit: "USD", factor: 1 },
  wh: { unit: "Wh", factor: 1 },
  kwh: { unit: "Wh", factor: 1000 },
  j: { unit: "J", factor: 1 },
  joules: { unit: "J", factor: 1 },
  "tok/s/w": { unit: "tok/s/W", factor: 1 },
  "tok/s per watt": { unit: "tok/s/W", factor: 1 },
};

const unitPattern =
  "GB/s|GiB/s|tok/s/W|tok/s per watt|tok/sec|tok/s|tokens/s|tokens per second|t/s|TB|KB|MB|GB|MiB|GiB|ms|s|kWh|Wh|W|watts|joules|J|USD";
/** Digits that are part of a name (Q4_K_M, Qwen2.5, 1080p, sm_87) have a letter, dash or underscore at their side. */
const numberPattern = new RegExp(
  String.raw`(?<![\w.#/+×-])-?(?<dollar>\$)?(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?<fraction>\.\d+)?(?<kilo>k(?!\w))?(?:\s?(?<unit>${unitPattern})(?![\w/]))?(?![\w]|\.\d|[-–_×]\w*\d)`,
  "gi",
);
const date = /\b\d{4}-\d{2}(?:-\d{2})?\b/g;
/** "30–40 tok/s" is two numbers of one unit. */
const range = /(?<=(?:^|[\s(])\d[\d,]*(?:\.\d+)?)[-–](?=\d)/g;

function readNumber(match: RegExpExecArray): NumberToken {
  const { digits = "", fraction = "", unit: written = "", dollar, kilo } = match.groups ?? {};
  const known = dollar ? { unit: "USD" as const, factor: 1 } : units[written.toLowerCase()];
  const { unit, factor } = known ?? { unit: "1" as const, factor: 1 };
  const scale = kilo ? factor * 1000 : factor;
  return {
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    value: Number(digits.replaceAll(",", "") + fraction) * scale,
    step: scale * 10 ** -Math.max(0, fraction.length - 1),
    unit,
    factor,
  };
}

/** The low end of a range has the unit of its high end. */
function withUnitOf(low: NumberToken, high: NumberToken | undefined, text: string): NumberToken {
  const isRange = high && low.unit === "1" && high.start === low.end + 1 && /[-–]/.test(text.charAt(low.end));
  if (!isRange) return low;
  const { unit, factor } = high;
  return { ...low, unit, factor, value: low.value * factor, step: low.step * factor };
}

/** Every number of a text with its unit; digits inside names, dates, markers and links are left aside. */
export function findNumbers(text: string): NumberToken[] {
  const blank = (match: string) => "_".repeat(match.length);
  const plain = text.replace(date, blank).replace(range, " ");
  const numbers = [...plain.matchAll(numberPattern)].map(readNumber);
  return numbers.map((number, index) => withUnitOf(number, numbers[index + 1], text));
}
