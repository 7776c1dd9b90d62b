import { revealHidden } from "../hidden-characters.ts";

/** A piece of a text, and whether it is a word that was looked for. */
export type Piece = { text: string; isMatch: boolean };

const word = /[\p{L}\p{M}\p{N}]+/gu;
/** Words that stand in every text: marked, they would hide the others. */
const plainWords = new Set(
  "a an and are at by can do does for from how in is it of on or the to what when which with".split(" "),
);

const MAX_LINES = 2;
const MAX_CHARACTERS = 240;
/** Characters that stay before the first match of a line that is cut. */
const LEAD = 60;

/** A word as the index compares it: without case and accents. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The words of a query that tell something; all of them where none does. */
function termsOf(query: string): ReadonlySet<string> {
  const words = (query.match(word) ?? []).map(fold);
  const telling = words.filter((each) => !plainWords.has(each));
  return new Set(telling.length > 0 ? telling : words);
}

/** A line of Markdown as people read it: no bullet, no fence, no stars around words. */
function toPlain(line: string): string {
  return revealHidden(line)
    .replace(/^\s*(?:[-*+]|\d+\.|>|#{1,6})\s+/, "")
    .replace(/\*\*|`/g, "")
    .replace(/\s*\|\s*/g, "  ")
    .trim();
}

/** Takes a text apart at the words that were looked for. Joined, the pieces are the text. */
export function markWords(text: string, query: string): Piece[] {
  const terms = termsOf(query);
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(word)) {
    if (!terms.has(fold(found))) continue;
    if (index > from) pieces.push({ text: text.slice(from, index), isMatch: false });
    pieces.push({ text: found, isMatch: true });
    from = index + found.length;
  }
  return from < text.length ? [...pieces, { text: text.slice(from), isMatch: false }] : pieces;
}

function matchesIn(line: string, terms: ReadonlySet<string>): number {
  return new Set((line.match(word) ?? []).map(fold).filter((each) => terms.has(each))).size;
}

/** A line no longer than can be taken in at a glance, around its first match, cut between words. */
function clip(line: string, terms: ReadonlySet<string>): string {
  if (line.length <= MAX_CHARACTERS) return line;
  const first = [...line.matchAll(word)].find(([found]) => terms.has(fold(found)))?.index ?? 0;
  const from = first + LEAD > MAX_CHARACTERS ? line.indexOf(" ", first - LEAD) + 1 : 0;
  const cut = line.slice(from, from + MAX_CHARACTERS);
  const isEnd = from + MAX_CHARACTERS >= line.length;
  const end = isEnd ? cut : `${cut.slice(0, cut.lastIndexOf(" "))} …`;
  return from > 0 ? `… ${end}` : end;
}

/** The lines of a passage that say the most of what was looked for, in its order, with the words apart. */
export function toSnippet(text: string, query: string): Piece[][] {
  const terms = termsOf(query);
  const lines = text
    .split("\n")
    .map(toPlain)
    .filter((line) => line !== "" && !/^[\s:|-]+$/.test(line));
  const ranked = lines.map((line, place) => ({ line, place, matches: matchesIn(line, terms) }));
  const best = ranked.sort((a, b) => b.matches - a.matches || a.place - b.place).slice(0, MAX_LINES);
  const told = best.filter(({ matches }, index) => index === 0 || matches > 0);
  return told.sort((a, b) => a.place - b.place).map(({ line }) => markWords(clip(line, terms), query));
}
