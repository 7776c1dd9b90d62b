import { chinese } from "./chinese.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { japanese } from "./japanese.ts";
import type { Language } from "./language.ts";
import { spanish } from "./spanish.ts";

/** A text in the English words that this program reads; `language` is set where it was in another one. */
export type Read = { text: string; language?: string };

const latin = [german, french, spanish] as const;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const han = /\p{Script=Han}/u;
const wide = /[\uFF00-\uFFEF\u3000]/u;

/** Words that no question in English does without for long. */
const english = new Set(
  "the is are does do can could will would how what which with and on fit fits run runs of for to why it who should my at than need needs be i we you have has that this there from not or if much many fast board model".split(
    " ",
  ),
);

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}][\p{L}'’-]*/gu) ?? [];
}

/** Words of a turn so short that one word tells its language, if it is none that English has as a name ("MIT"). */
const shortest = 3;
const isTelling = (word: string) =>
  word.length > 3 || /[^a-z]/.test(word) || word === "und" || word === "auf";

/** The language of a text in Latin letters: the one with most of its words, where these outweigh the English ones. */
function latinLanguage(text: string): Language | undefined {
  const words = wordsIn(text).map((word) => word.replace("’", "'"));
  const native = words.filter((word) => english.has(word)).length;
  const [first] = latin
    .map((language) => ({ language, own: words.filter((word) => language.markers.includes(word)) }))
    .sort((a, b) => b.own.length - a.own.length);
  if (!first || first.own.length <= native) return undefined;
  const isClear = first.own.length > 1 || (words.length <= shortest && first.own.some(isTelling));
  return isClear ? first.language : undefined;
}

function languageOf(text: string): Language | undefined {
  if (kana.test(text)) return japanese;
  return han.test(text) ? chinese : latinLanguage(text);
}

/** Names and numbers stand apart from script that knows no spaces. */
function spaced(text: string): string {
  const script = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`;
  return text
    .replace(new RegExp(`(${script})(?=[\\p{Script=Latin}\\d])`, "gu"), "$1 ")
    .replace(new RegExp(`([\\p{Script=Latin}\\d])(?=${script})`, "gu"), "$1 ");
}

/** Ten thousands, and a counter that belongs to its number. */
function withNumerals(text: string): string {
  return text.replace(/(\d+)\s*万/g, "$10000").replace(/(\d)\s+(?=[个块台路人年个つ])/gu, "$1");
}

/** Numbers as English writes them: 11,5 GB, 2.000 and 2 000, Go for GB. */
function withPoints(text: string): string {
  return text
    .replace(/(?<![\w.,])(\d{1,3})[. {2}](\d{3})(?![\d.,\w])/g, "$1,$2")
    .replace(/(?<![\w.])(\d+),(\d{1,2})(?!\d)/g, "$1.$2")
    .replace(/(\d)\s?([KMGT])o\b/g, "$1 $2B")
    .replace(/(\d)-(?=[KMG]i?B(?![A-Za-z]))/g, "$1 ")
    .replace(/(?<=[\dkB])-(?=\p{L}\p{Ll})/gu, " ");
}

function translated(text: string, { phrases }: Language, isLatin: boolean): string {
  const [before, after] = isLatin ? ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"] : ["", ""];
  return phrases.reduce((rest, [pattern, words]) => {
    const bound = pattern.endsWith("'") ? "" : after;
    return rest.replace(new RegExp(`${before}(?:${pattern})${bound}`, "giu"), isLatin ? words : ` ${words} `);
  }, text);
}

/** Reads a question in German, French, Spanish, Chinese or Japanese as the English one; any other stays as it is. */
export function toEnglish(text: string): Read {
  const plain = text.normalize("NFKC");
  const language = languageOf(plain);
  if (!language) return { text: wide.test(text) ? plain : text };
  const isLatin = latin.some((known) => known === language);
  const prepared = isLatin ? withPoints(plain.replaceAll("’", "'")) : withNumerals(spaced(plain));
  const english = translated(prepared.replace(/[¿¡]/g, ""), language, isLatin);
  return {
    text: english
      .replace(/[，、。]/gu, ", ")
      .replace(/\s+/g, " ")
      .trim(),
    language: language.name,
  };
}

/** What is said with an answer to such a question. */
export function languageNotice(language: string): string {
  return `You asked in ${language}; without a language model I answer in English.`;
}
