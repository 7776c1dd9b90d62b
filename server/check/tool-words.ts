import type { ToolResult } from "../../tools/tool.ts";
import type { Span } from "./aside.ts";
import { fold } from "./fold.ts";

/** Where a run of digits stands in the tools' own sentences. */
export type WordIndex = ReadonlyMap<string, readonly { text: string; at: number }[]>;

/** Counts the tools speak of, each with the beginnings of the words beside it: 4096 → toke, cont. */
export type CountIndex = ReadonlyMap<number, ReadonlySet<string>>;

const digitRun = /\d+/g;
const keyWidth = 3;

/** Digits with what follows them, or where a sentence ends there, with what stands before: few places share a key. */
function keyAt(text: string, at: number, length: number): string {
  const behind = text.slice(at, at + length + keyWidth);
  return behind.length === length + keyWidth
    ? behind
    : `<${text.slice(Math.max(0, at - keyWidth), at + length)}`;
}

/** Indexes sentences by the digits they hold, so that a quotation is found from its number. */
export function indexWords(words: readonly string[]): WordIndex {
  const index = new Map<string, { text: string; at: number }[]>();
  for (const word of words) {
    if (!/\d/.test(word)) continue;
    const text = fold(word).toLowerCase();
    for (const { 0: digits, index: at } of text.matchAll(digitRun)) {
      const key = keyAt(text, at, digits.length);
      const places = index.get(key) ?? [];
      places.push({ text, at });
      index.set(key, places);
    }
  }
  return index;
}

const letter = /[\p{L}\p{N}]/u;

function isWordAt(text: string, at: number): boolean {
  return letter.test(text[at] ?? "");
}

/** How far two texts agree from a pair of places, to both sides. */
function agreement(one: string, at: number, other: string, place: number): { start: number; end: number } {
  let start = at;
  for (let back = place; start > 0 && back > 0 && one[start - 1] === other[back - 1]; back--) start -= 1;
  let end = at;
  for (let ahead = place; end < one.length && ahead < other.length && one[end] === other[ahead]; ahead++)
    end += 1;
  while (start < at && isWordAt(one, start) && isWordAt(one, start - 1)) start += 1;
  while (end > at && isWordAt(one, end - 1) && isWordAt(one, end)) end -= 1;
  return { start, end };
}

const longPhrase = { characters: 32, words: 5 } as const;
const wholeSentence = { characters: 14, words: 3 } as const;

/** A reckoning is recognised by its figures, however few words it has: "12.64 ÷ 41.5 = 0.305; claimed is 3.3." */
const reckoning = /\d[^=]*[÷×][^=]*\d[^=]*=\D*\d/;

function isLong(phrase: string, isWhole: boolean): boolean {
  if (isWhole && reckoning.test(phrase)) return true;
  const { characters, words } = isWhole ? wholeSentence : longPhrase;
  return phrase.length >= characters && (phrase.match(/\p{L}{2,}/gu)?.length ?? 0) >= words;
}

/** True when a stretch stands in a sentence of a tool that the text repeats from its digits at a place on. */
function isRepeatedFrom(lower: string, at: number, digits: string, stretch: Span, index: WordIndex): boolean {
  const ending = lower.slice(Math.max(0, at - keyWidth), at + digits.length);
  const places = [lower.slice(at, at + digits.length + keyWidth), `<${ending}`].flatMap(
    (key) => index.get(key) ?? [],
  );
  return places.some(({ text, at: place }) => {
    const found = agreement(lower, at, text, place);
    if (found.end < stretch.end || found.start > stretch.start) return false;
    return isLong(lower.slice(found.start, found.end), found.end - found.start >= text.length);
  });
}

/** True when a number stands in a sentence of a tool that the text repeats, whole or in a long stretch. */
export function isQuoted(lower: string, { start, end }: Span, index: WordIndex): boolean {
  const digits = /\d+/.exec(lower.slice(start, end));
  return digits !== null && isRepeatedFrom(lower, start + digits.index, digits[0], { start, end }, index);
}

const modelNumber = /(?<![\w-])(?:[a-z]+[ -]\d{4}|[a-z]{1,3}\d{2,4})[a-z]{0,2} $/;

/** True when a size closes the name of other hardware that a tool wrote so: "RTX 3060 12GB", "H100 80GB". */
export function isInHardwareName(lower: string, { start, end }: Span, lines: string): boolean {
  const size = lower.slice(start, end);
  const name = modelNumber.exec(lower.slice(Math.max(0, start - 24), start))?.[0];
  if (name === undefined || !/^\d{1,3}gb$/.test(size)) return false;
  const at = lines.indexOf(name + size);
  return at >= 0 && !isWordAt(lines, at - 1) && !isWordAt(lines, at + name.length + size.length);
}

/** True when a word stands in such a sentence, which is found by the digits of the segment round the word. */
export function isQuotedWord(lower: string, word: Span, segment: Span, index: WordIndex): boolean {
  const digits = [...lower.slice(segment.start, segment.end).matchAll(digitRun)].slice(0, 12);
  return digits.some(({ 0: run, index: at }) => isRepeatedFrom(lower, segment.start + at, run, word, index));
}

/** Words for the amounts a call was given, beside which their numbers may stand in any language. */
const settingWords: Readonly<Record<string, string>> = {
  contextTokens: "toke cont ctx jeto kont 词元 上下文 トーク コンテ",
  maxContextTokens: "toke cont ctx jeto kont 词元 上下文 トーク コンテ",
  promptTokens: "toke prom jeto 提示 词元 プロン トーク",
  maxInputTokens: "toke inpu jeto",
  answerTokens: "toke answ jeto",
  concurrency: "user stre requ sequ sess conc clie para nutz util usua 用户 并发 ユーザ",
  images: "imag bild imág 图 画像",
  streams: "stre came kame cám cam 路 摄像 カメラ",
  devices: "boar unit devi × x fleet plat kart cart 块 台",
  years: "year jahr an año 年",
  requestsPerDay: "requ day tag jour día",
};

function addCount(index: Map<number, Set<string>>, value: number, words: readonly string[]): void {
  const known = index.get(value) ?? new Set<string>();
  for (const word of words) known.add(word);
  index.set(value, known);
}

function addSettings(index: Map<number, Set<string>>, value: unknown, name: string): void {
  if (typeof value === "number") addCount(index, value, settingWords[name]?.split(" ") ?? []);
  else if (Array.isArray(value)) for (const item of value) addSettings(index, item, name);
  else if (typeof value === "object" && value !== null)
    for (const [field, inner] of Object.entries(value)) addSettings(index, inner, field);
}

const beside =
  /(?:(?<before>[\p{L}-]{2,})[ :=#]{1,2})?(?<![\w.,-])(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?<fraction>\.\d+)?(?![\w.]*\w)(?:[ -](?<after>[\p{L}%×][\p{L}-]*))?(?: (?<then>[\p{L}-]{3,}))?/gu;

/** Indexes plain counts: what calls were given, and numbers of the tools' sentences with the words beside them. */
export function indexCounts(words: readonly string[], calls: readonly { output: ToolResult }[]): CountIndex {
  const index = new Map<number, Set<string>>();
  for (const word of words.filter((one) => /\d/.test(one)))
    for (const { groups } of word.matchAll(beside)) {
      const { digits = "", fraction = "", before, after, then } = groups ?? {};
      const near = [before, after, then].filter((one) => one !== undefined).map((one) => stem(one));
      if (near.length > 0) addCount(index, Number(digits.replaceAll(",", "") + fraction), near);
    }
  for (const { output } of calls) if ("resolved" in output) addSettings(index, output.resolved, "");
  return index;
}

/** The beginning of a word, which its plural and its compounds share. */
export function stem(word: string): string {
  return word.toLowerCase().slice(0, 4);
}
