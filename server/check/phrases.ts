import type { Span } from "./aside.ts";

/** Where a phrase stands, and what it stands for. */
export type Found<T> = Span & { value: T };

/** Phrases as alternatives of a pattern, with what they stand for. */
export type Phrases<T> = { words: string; value: T };

/** The alternatives of a pattern; a bar inside brackets belongs to one of them. */
export function alternatives(words: string): string[] {
  const found = [""];
  let depth = 0;
  for (const mark of words) {
    if (mark === "(") depth += 1;
    if (mark === ")") depth -= 1;
    if (mark === "|" && depth === 0) found.push("");
    else found.push(`${found.pop() ?? ""}${mark}`);
  }
  return found;
}

function closingOf(pattern: string, open: number): number {
  let depth = 0;
  for (let at = open; at < pattern.length; at++) {
    if (pattern[at] === "(") depth += 1;
    if (pattern[at] === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return pattern.length;
}

/** How the words a pattern matches may begin: three letters, or fewer where it leaves the next one open. */
export function beginnings(pattern: string, length = 3): Set<string> {
  if (length === 0 || pattern === "") return new Set([""]);
  const join = (heads: Iterable<string>, rest: string) =>
    new Set(
      [...heads].flatMap((head) => [...beginnings(rest, length - head.length)].map((tail) => head + tail)),
    );
  if (pattern.startsWith("(?<!") || pattern.startsWith("(?!") || pattern.startsWith("(?="))
    return beginnings(pattern.slice(closingOf(pattern, 0) + 1), length);
  if (pattern.startsWith("(?:")) {
    const close = closingOf(pattern, 0);
    const isOptional = pattern[close + 1] === "?";
    const rest = pattern.slice(close + (isOptional ? 2 : 1));
    const inner = alternatives(pattern.slice(3, close)).flatMap((one) => [...beginnings(one, length)]);
    const taken = join(inner, rest);
    return isOptional ? new Set([...taken, ...beginnings(rest, length)]) : taken;
  }
  const first = pattern[0] ?? "";
  if (/[^\p{L}\p{N} ']/u.test(first)) return new Set([""]);
  if (pattern[1] !== "?") return join([first], pattern.slice(1));
  const rest = pattern.slice(2);
  return new Set([...join([first], rest), ...beginnings(rest, length)]);
}

const wide = /[\u3040-\u30ff\u4e00-\u9fff]/;
const letter = /[\p{L}\d_]/u;

function isLetter(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at);
  if (code < 128)
    return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58) || code === 95;
  return code >= 192 && letter.test(folded.charAt(at));
}

/** Where the words of a text begin. */
export function wordStarts(folded: string): number[] {
  const starts: number[] = [];
  let wasLetter = false;
  for (let at = 0; at < folded.length; at++) {
    const is = isLetter(folded, at);
    if (is && !wasLetter) starts.push(at);
    wasLetter = is;
  }
  return starts;
}

const beginningLength = 3;

type Entry<T> = { pattern: RegExp; value: T };

/** Entries by the longest beginning on record; each list holds those of shorter beginnings too. */
function withShorter<T>(byBeginning: ReadonlyMap<string, readonly Entry<T>[]>) {
  const heads = [...byBeginning.keys()].sort((a, b) => a.length - b.length);
  const all = new Map<string, readonly Entry<T>[]>();
  for (const head of heads) {
    const shorter = [...Array(head.length).keys()].map((length) => head.slice(0, length));
    const known = shorter.flatMap((one) => byBeginning.get(one) ?? []);
    all.set(head, [...(byBeginning.get(head) ?? []), ...known]);
  }
  return (lower: string, start: number): readonly Entry<T>[] => {
    for (let length = beginningLength; length >= 0; length--) {
      const found = all.get(lower.slice(start, start + length));
      if (found) return found;
    }
    return [];
  };
}

/** Finds phrases in a folded text; Latin ones end where letters end, Chinese and Japanese ones have no such border. */
export function createPhraseFinder<T>(phrases: readonly Phrases<T>[]): (folded: string) => Found<T>[] {
  const byBeginning = new Map<string, Entry<T>[]>();
  const open: Entry<T>[] = [];
  for (const { words, value } of phrases) {
    const all = alternatives(words);
    const latin = all.filter((one) => !wide.test(one)).sort((a, b) => b.length - a.length);
    const eastern = all.filter((one) => wide.test(one));
    if (eastern.length > 0) open.push({ pattern: new RegExp(eastern.join("|"), "gu"), value });
    if (latin.length === 0) continue;
    const entry = { pattern: new RegExp(`(?:${latin.join("|")})(?![\\p{L}\\d_])`, "iuy"), value };
    for (const beginning of new Set(latin.flatMap((one) => [...beginnings(one, beginningLength)])))
      byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), entry]);
  }
  const lookUp = withShorter(byBeginning);
  return (folded) => {
    const found: Found<T>[] = [];
    const lower = folded.toLowerCase();
    for (const start of wordStarts(folded))
      for (const { pattern, value } of lookUp(lower, start)) {
        pattern.lastIndex = start;
        if (pattern.test(folded)) found.push({ start, end: pattern.lastIndex, value });
      }
    if (wide.test(folded))
      for (const { pattern, value } of open)
        for (const { 0: words, index } of folded.matchAll(pattern))
          found.push({ start: index, end: index + words.length, value });
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}
