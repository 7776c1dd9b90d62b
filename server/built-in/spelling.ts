import type { Knowledge } from "../../knowledge/knowledge.ts";
import { findMentions } from "./mentions.ts";
import { overlaps, type Span, wordsOf } from "./words.ts";

/** A question with the names in it spelled as on record, and what was read as what. */
export type Spelled = { text: string; notices: string[] };

/** Shorter words are one letter away from too much else. */
const shortest = 4;

/** Every word of a board's or model's name, in lower case, with the spelling on record. */
function vocabularyOf({ devices, models }: Knowledge): Map<string, string> {
  const names = [...devices.entries, ...models.entries].flatMap(({ value }) => [value.name, ...value.family]);
  const words = names.flatMap((name) => name.split(/[^A-Za-z0-9]+/));
  const long = words.filter((word) => /^[A-Za-z]{4}/.test(word));
  return new Map(long.map((word) => [word.toLowerCase(), word]));
}

/** True where one letter is missing, added or another, or two neighbours have changed places. */
function isOneAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  if (restA.slice(1) === restB.slice(1)) return true;
  if (restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** Words of the language that are one letter away from a name: "spare modules" are no Spark. */
const ofTheLanguage = new Set(["spare", "spares", "stark", "shark", "mine", "mind", "thorn", "origin"]);

/** What stands around a place, in characters: names are not longer, and a pasted page is not searched for each word. */
const around = 80;

/** A pasted page names what it is about at its beginning. */
const longestQuestion = 2000;

/** True where a name of several words stands over the place, and none stood there before. */
function makesName(before: string, after: string, { start, end }: Span, knowledge: Knowledge): boolean {
  const from = Math.max(0, start - around);
  const place = { start: start - from, end: end - from };
  const over = (text: string) =>
    findMentions(text.slice(from, end + around), knowledge).filter(
      (mention) => (mention.kind === "device" || mention.kind === "model") && overlaps(mention, place),
    );
  return over(before).length === 0 && over(after).some(({ text }) => text.length > end - start);
}

/**
 * Reads "lama 3.1 8b" as "Llama 3.1 8b": a word one letter away from one of a name, where the whole name is then one on
 * record and was none before. Ordinary words are left alone, since no name comes of them.
 */
export function correctSpelling(question: string, knowledge: Knowledge): Spelled {
  const vocabulary = vocabularyOf(knowledge);
  const notices: string[] = [];
  const words = wordsOf(question.slice(0, longestQuestion));
  // From the end, so that places before a correction stay where they are.
  const text = words.reduceRight((rest, { text: typed, start }) => {
    const word = /^[A-Za-z0-9]+/.exec(typed)?.[0] ?? "";
    const lower = word.toLowerCase();
    const isKnown =
      [lower, lower.replace(/s$/, "")].some((each) => vocabulary.has(each)) || ofTheLanguage.has(lower);
    if (word.length < shortest || isKnown) return rest;
    const meant = [...vocabulary].find(([known]) => isOneAway(word.toLowerCase(), known))?.[1];
    if (meant === undefined) return rest;
    const spelled = rest.slice(0, start) + meant + rest.slice(start + word.length);
    if (!makesName(rest, spelled, { start, end: start + meant.length }, knowledge)) return rest;
    notices.unshift(`“${word}” is read as ${meant}.`);
    return spelled;
  }, question);
  return { text, notices: [...new Set(notices)] };
}
