import { franc } from "franc-min";
import { fold } from "../../server/check/fold.ts";
import { judgeBy } from "./judge-by.ts";
import { withoutNames } from "./own-amounts.ts";
import type { Scorer, Subject } from "./scorer.ts";

/** Languages that an answer may be taken for, ISO 639-3: those that the advisor reads, and near ones. */
const candidates = ["eng", "deu", "fra", "spa", "ita", "por", "nld", "cmn", "jpn", "kor", "rus"];

/** Letters below which a text says nothing of its language; Chinese and Japanese say more with fewer. */
const leastLetters = 60;
const leastWide = 12;

/** What is written in no language or quotes another: code, tables, links, numbers, and lines with a citation, which are the documents' own. */
const foreign = [
  /```[\s\S]*?```|`[^`]*`/g,
  /^\s*\|.*$/gm,
  /^.*\[\d+\].*$/gm,
  /https?:\/\/\S+/g,
  /["“][^"”\n]*["”]/g,
  /\b[\w./%-]*[\d_][\w./%-]*/g,
];

/** The words of an answer that are its own. */
function ownWords({ answer, names }: Subject): string {
  const text = foreign.reduce((words, pattern) => words.replace(pattern, " "), fold(answer.answer));
  return withoutNames(text, names)
    .replace(/[^\p{L}\p{M}'\s.,?!]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The language of an answer; undefined where it is too short to tell. */
function languageOf(words: string): string | undefined {
  const wide = count(words, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu);
  if (wide < leastWide && count(words, /\p{L}/gu) < leastLetters) return undefined;
  const found = franc(words, { only: candidates, minLength: leastWide });
  return found === "und" ? undefined : found;
}

/** The answer is in a language that the case allows. */
export const languageScorer: Scorer = {
  name: "language",
  about: "Answers in a language that the user reads.",
  score(subject) {
    const { languages } = subject.case.expects;
    const language = languageOf(ownWords(subject));
    if (language === undefined || languages.includes(language)) return judgeBy([]);
    return judgeBy([`It is in ${language}; wanted ${languages.join(" or ")}.`]);
  },
};
