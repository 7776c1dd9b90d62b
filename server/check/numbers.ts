import { coverOf, type Span } from "./aside.ts";
import { digitsPattern, type Reading, readDigits } from "./digits.ts";
import { writesDecimalComma } from "./fold.ts";
import { findNumberWords } from "./number-words.ts";
import { type TextUnit, unitAt } from "./units.ts";

/** A number of a text with its unit, in the text's own words. */
export type NumberToken = {
  text: string;
  start: number;
  end: number;
  /** What it may mean, in base units, the likeliest first; a step is how much the last digit shown stands for. */
  readings: readonly Reading[];
  unit: TextUnit;
  /** How many base units one of the written unit is. */
  factor: number;
  /** True where a minus sign stands before it. */
  isNegative: boolean;
  /** Which end of a range it is. */
  rangeEnd?: "low" | "high";
  /** Digits with a letter suffix that is no unit, such as "8.03B": they are compared as they are written. */
  isLiteral?: boolean;
};

const pattern = new RegExp(digitsPattern, "g");
const exponent = /e[+-]?\d{1,2}(?![\w.])/iy;
const scales =
  /[\s\u00a0]?(?:(k)|(million(?:en|es|s)?|Mio\.?|M)|(billion(?:en|es|s)?|Mrd\.?)|(万)|(亿))(?![A-Za-z0-9_/])/y;
const scaleFactors = [1e3, 1e6, 1e9, 1e4, 1e8];
const perSecondBefore = /(?:每秒|毎秒)[^\d\n]{0,6}$/;
const countedTokens = /[\s\u00a0]?(?:个|個)?(?:の)?\s?(?:tokens?|词元|トークン|标记)/iy;
const moneyBefore = /(?:US)?\$\s?$|USD\s$|€\s?$/;

type Scan = { folded: string; cover: Uint8Array; isDecimalComma: boolean };

/** Letters, dashes and underscores at their side make digits part of a name: INT4, sm_87, EAGLE-3. */
function isPartOfName({ folded }: Scan, start: number): boolean {
  const before = folded[start - 1] ?? "";
  if (/[A-Za-zÀ-ž_#@]/.test(before)) return true;
  if (!/[.\-/+:]/.test(before)) return false;
  const earlier = /[\w.]+(?:-[\w.]+)*[-./+:]$/.exec(folded.slice(Math.max(0, start - 40), start))?.[0] ?? "";
  return /[A-Za-zÀ-ž_]/.test(before === "-" ? earlier : (folded[start - 2] ?? ""));
}

function scaleAt(folded: string, at: number): { factor: number; end: number } | undefined {
  exponent.lastIndex = at;
  const power = exponent.exec(folded);
  if (power) return { factor: 10 ** Number(power[0].slice(1)), end: exponent.lastIndex };
  scales.lastIndex = at;
  const match = scales.exec(folded);
  if (!match) return undefined;
  const which = match.slice(1).findIndex((group) => group !== undefined);
  return { factor: scaleFactors[which] ?? 1, end: scales.lastIndex };
}

/** The unit behind or before digits, and where the number with it ends. */
function unitOf(
  { folded }: Scan,
  start: number,
  end: number,
): { unit: TextUnit; factor: number; end: number; lead?: number } {
  const before = folded.slice(Math.max(0, start - 12), start);
  if (perSecondBefore.test(before)) {
    countedTokens.lastIndex = end;
    if (countedTokens.test(folded)) return { unit: "tok/s", factor: 1, end: countedTokens.lastIndex };
  }
  const money = moneyBefore.exec(before)?.[0];
  if (money) return { unit: money.includes("€") ? "EUR" : "USD", factor: 1, end, lead: money.length };
  return unitAt(folded, end) ?? { unit: "1", factor: 1, end };
}

function scaled(readings: readonly Reading[], factor: number): Reading[] {
  return readings.map(({ value, step }) => ({ value: value * factor, step: step * factor }));
}

function isSigned({ folded }: Scan, start: number): boolean {
  const before = folded.slice(Math.max(0, start - 3), start).replace(/(?:US)?\$\s?$/, "");
  return /(?:^|[^\p{L}\d.)\]])-$/u.test(before) || (/^-$/.test(before) && start <= 3);
}

/** Reads the digits at a place; undefined where they are part of a name or a version. */
function readAt(scan: Scan, start: number, digits: string): NumberToken | undefined {
  const { folded, isDecimalComma } = scan;
  if (isPartOfName(scan, start)) return undefined;
  const possible = readDigits(digits, isDecimalComma);
  if (possible.length === 0) return undefined;
  const after = start + digits.length;
  const scale = scaleAt(folded, after);
  const { unit, factor, end, lead = 0 } = unitOf(scan, start, scale?.end ?? after);
  const begin = start - lead;
  // 4,096 tokens are never four: only counts may be grouped in the way of another language.
  const readings = unit === "1" ? possible : possible.slice(0, 1);
  const isNegative = isSigned(scan, start);
  const token = { start: begin, end, unit, factor, isNegative, text: folded.slice(begin, end) };
  const next = folded[end] ?? "";
  const isGlued = end === after && /[A-Za-z_]/.test(next);
  if (isGlued && /^(?:B|b)(?![A-Za-z0-9_])/.test(folded.slice(end, end + 2)))
    return { ...token, end: end + 1, text: folded.slice(start, end + 1), readings, isLiteral: true };
  if (isGlued) return undefined;
  // "32k tokens" is 32,768 as often as 32,000.
  const binary = scale?.factor === 1e3 && unit === "1" ? scaled(readings, 1024) : [];
  return { ...token, readings: [...scaled(readings, factor * (scale?.factor ?? 1)), ...binary] };
}

function readWords(scan: Scan): NumberToken[] {
  const { folded } = scan;
  return findNumberWords(folded).flatMap(({ start, end, value, step, isMultiple }): NumberToken[] => {
    const found = isMultiple ? { unit: "×" as const, factor: 1, end } : unitAt(folded, end);
    // "one second" thought and "a few minutes" are no claims of a tool; a whole number needs a unit it can have.
    if (!found) return [];
    const readings = scaled([{ value, step }], found.factor);
    const text = folded.slice(start, found.end);
    return [
      { text, start, end: found.end, readings, unit: found.unit, factor: found.factor, isNegative: false },
    ];
  });
}

const rangeSign = /^[\s\u00a0]?(?:-|–|—|~|to|bis|à|a|hasta|至|到|から|up to)[\s\u00a0]?(?:about |~|\$)?$/i;
const joined = /^[\s\u00a0]?(?:and|und|et|y|和|と|から)[\s\u00a0]?(?:about |~|\$)?$/i;
const between = /(?:between|zwischen|entre|介于|from|von|de)\s?(?:about |~|\$)?$/i;
const listed =
  /^[\s\u00a0]?(?:,|and|or|und|oder|et|ou|y|o|\/|→|vs\.?|versus|, and|、|和|と)[\s\u00a0]?(?:about |~|\$)?$/i;
const outOf = /^[\s\u00a0](?:of|out of|von|sur|de)[\s\u00a0](?:the |den |les |los )?$/i;

/** "7 tok/s (range 4.7–11)": a range in brackets has the unit of the number before them. */
const bracketed = /\((?:[\p{L} ]{0,24}[\s\u00a0:])?$/u;

function withUnitBefore(tokens: readonly NumberToken[], folded: string): NumberToken[] {
  const result = [...tokens];
  for (const [at, low] of tokens.entries()) {
    const [owner, high] = [result[at - 1], tokens[at + 1]];
    if (!owner || !high || owner.unit === "1" || low.unit !== "1" || high.unit !== "1") continue;
    const opens = bracketed.test(folded.slice(owner.end, low.start));
    if (!opens || !rangeSign.test(folded.slice(low.end, high.start))) continue;
    const { unit, factor } = owner;
    for (const [place, end] of [low, high].entries())
      result[at + place] = { ...end, unit, factor, readings: scaled(end.readings, factor) };
  }
  return result;
}

/** Numbers that share the unit of the one behind them, and the two ends of a range. */
function joinNeighbours(tokens: readonly NumberToken[], folded: string): NumberToken[] {
  const result = [...tokens];
  for (let at = result.length - 2; at >= 0; at--) {
    const [first, second] = [result[at], result[at + 1]];
    if (!first || !second || second.start - first.end > 16) continue;
    const gap = folded.slice(first.end, second.start);
    const lead = folded.slice(Math.max(0, first.start - 20), first.start);
    const isRange = rangeSign.test(gap) || (joined.test(gap) && between.test(lead));
    const shares = first.unit === "1" && second.unit !== "1" && second.unit !== "×" && !first.isLiteral;
    const takes = shares && (isRange || listed.test(gap) || outOf.test(gap));
    const { unit, factor } = takes ? second : first;
    const readings = takes ? scaled(first.readings, factor) : first.readings;
    const sameUnit = unit === second.unit;
    result[at] = {
      ...first,
      unit,
      factor,
      readings,
      ...(isRange && sameUnit && { rangeEnd: "low" as const }),
    };
    if (isRange && sameUnit)
      result[at + 1] = { ...second, isNegative: false, rangeEnd: second.rangeEnd ?? "high" };
  }
  return result;
}

/**
 * Every number of a folded text with its unit, in order; digits of names, dates, versions and markers
 * (the stretches set aside) are left out.
 */
export function findNumbers(folded: string, aside: readonly Span[] = []): NumberToken[] {
  const cover = coverOf(folded.length, aside);
  const scan: Scan = {
    folded,
    cover,
    isDecimalComma: writesDecimalComma(
      folded,
      (at) => cover[at] === 1 || /[A-Za-z_-]/.test(folded[at - 1] ?? ""),
    ),
  };
  const tokens: NumberToken[] = [];
  for (const { 0: digits, index } of folded.matchAll(pattern)) {
    if (cover[index] === 1) continue;
    const token = readAt(scan, index, digits);
    if (token) tokens.push(token);
  }
  const words = readWords(scan).filter(({ start }) => cover[start] !== 1);
  const all = [...tokens, ...words].sort((a, b) => a.start - b.start);
  return joinNeighbours(withUnitBefore(all, folded), folded);
}
