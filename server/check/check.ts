import type { Fact } from "../../tools/facts.ts";
import type { Evidence } from "./evidence.ts";
import { findNumbers, type NumberToken } from "./numbers.ts";

/** A number of the text with its mark; `fact` is the id of the fact it agrees with. */
export type MarkedNumber = { text: string; fact?: string };

/** How the numbers of a text stand: backed by a fact or a tool's words, the user's own, or neither. */
export type CheckReport = { verified: MarkedNumber[]; given: MarkedNumber[]; unverified: MarkedNumber[] };

type Mark = "verified" | "given" | "unverified";

/** True when a fact shows the number that stands in the text, rounded as the text rounds it. */
function agrees({ value, step, unit }: NumberToken, fact: Fact): boolean {
  return fact.unit === unit && Math.abs(Math.abs(fact.value) - value) <= step / 2 + Math.abs(value) * 1e-9;
}

/** The boards a text names, the longer names first: "Orin NX 16GB Super" is not "Orin NX 16GB". */
function boardsIn(text: string, boards: readonly string[]): string[] {
  let rest = text;
  return [...boards]
    .sort((a, b) => b.length - a.length)
    .filter((name) => {
      const found = rest.includes(name);
      rest = rest.replaceAll(name, "");
      return found;
    });
}

/** A fact about one board says nothing in a line about another. */
function isAbout(line: string, { entity }: Fact, boards: readonly string[]): boolean {
  const named = boardsIn(line, boards);
  const own = boardsIn(entity, boards);
  return named.length === 0 || own.length === 0 || own.some((board) => named.includes(board));
}

function lineAt(text: string, { start, end }: NumberToken): string {
  const from = text.lastIndexOf("\n", start) + 1;
  const to = text.indexOf("\n", end);
  return text.slice(from, to < 0 ? text.length : to);
}

/** Stretches of the text that repeat a tool's own words. */
function quotedStretches(text: string, words: readonly string[]): { start: number; end: number }[] {
  const lower = text.toLowerCase();
  const quotable = [...new Set(words.filter((word) => /\d/.test(word)).map((word) => word.toLowerCase()))];
  return quotable.flatMap((word) => {
    const found: { start: number; end: number }[] = [];
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length))
      found.push({ start: at, end: at + word.length });
    return found;
  });
}

/** Citation markers and the ordinals of lists are not claims. */
function isMarker(text: string, { start, end, unit }: NumberToken): boolean {
  const before = text[start - 1];
  const startsLine = start === 0 || before === "\n";
  return (
    (unit === "1" && before === "[" && text[end] === "]") ||
    (startsLine && /^[.)]\s/.test(text.slice(end, end + 2)))
  );
}

function isGiven({ value, unit }: NumberToken, asked: readonly NumberToken[]): boolean {
  return asked.some((number) => number.value === value && number.unit === unit);
}

/**
 * Marks every number of a text: verified when a fact of the same board agrees in unit and value at the precision
 * shown or a tool's own words are repeated, given when the user said it, unverified otherwise.
 */
export function checkNumbers(text: string, { facts, words, question, boards = [] }: Evidence): CheckReport {
  const asked = findNumbers(question);
  const quoted = quotedStretches(text, words);
  const report: Record<Mark, MarkedNumber[]> = { verified: [], given: [], unverified: [] };
  for (const number of findNumbers(text)) {
    if (isMarker(text, number)) continue;
    const line = lineAt(text, number);
    const fact = facts.find((candidate) => agrees(number, candidate) && isAbout(line, candidate, boards));
    const isQuoted = quoted.some(({ start, end }) => start <= number.start && number.end <= end);
    const mark: Mark = fact || isQuoted ? "verified" : isGiven(number, asked) ? "given" : "unverified";
    report[mark].push(fact ? { text: number.text, fact: fact.id } : { text: number.text });
  }
  return report;
}
