import { HEADING_SEPARATOR } from "../../knowledge/chunk.ts";
import type { Passage } from "../../knowledge/search.ts";
import { contentWords, stemsOf } from "./word-stems.ts";

/** One bullet of a document's notes with the passage it stands in. */
export type Quote = { passage: Passage; text: string; score: number };

type Bullet = { passage: Passage; text: string; own: ReadonlySet<string>; heading: ReadonlySet<string> };

function bulletsOf(passage: Passage): Bullet[] {
  const heading = new Set(stemsOf(ownHeading(passage)));
  return passage.text
    .split("\n")
    .filter((line) => line.startsWith("- "))
    .map((line) => line.slice(2).trim())
    .map((text) => ({ passage, text, own: new Set(stemsOf(text)), heading }));
}

/** The last part of a heading path: the title of a document says nothing about a single bullet. */
function ownHeading({ heading }: Passage): string {
  return heading.split(HEADING_SEPARATOR).at(-1) ?? "";
}

/** A name in common says more than any other word. */
const nameWeight = 2;
/** A word of the heading speaks for each bullet below it, nearly as much as one of its own; in both it says most. */
const headingWeight = 0.9;
const bothWeight = 1.4;
/** The best passage of the search is worth a few words: it was found by all of its text. */
const rankWeight = 3;
/** A figure parts equals. */
const figureWeight = 0.25;
/** A bullet longer than this has words of everything, and each of them is worth less, down to this share. */
const usualWords = 25;
const longShare = 0.7;
/** Of one document no more than this, and each further one a little later than its score. */
const perDocument = 4;
const turnPenalty = 0.5;
const leastScore = 1;

/** How much each word says: at least 1, and more for one that few of the bullets have, since it tells them apart. */
function rarity(bags: readonly ReadonlySet<string>[]): (word: string) => number {
  const found = (word: string) => bags.filter((bag) => bag.has(word)).length;
  return (word) => 1 + Math.log(Math.max(1, bags.length) / Math.max(1, found(word))) / 2;
}

/** What a word of the question that stands in this bullet is worth. */
function worthIn({ own, heading }: Bullet): (word: string) => number {
  const inText = longShare + ((1 - longShare) * usualWords) / Math.max(usualWords, own.size);
  return (word) => {
    if (heading.has(word)) return own.has(word) ? bothWeight : headingWeight;
    return own.has(word) ? inText : 0;
  };
}

/** Later bullets of a document stand back a little, so that a second document is heard. */
function inTurns(ranked: readonly Quote[]): Quote[] {
  const told = new Map<string, number>();
  const turns = ranked.map((quote) => {
    const turn = told.get(quote.passage.document) ?? 0;
    told.set(quote.passage.document, turn + 1);
    return { quote, turn, place: quote.score - turnPenalty * turn };
  });
  return turns
    .filter(({ turn }) => turn < perDocument)
    .sort((a, b) => b.place - a.place)
    .map(({ quote }) => quote);
}

/**
 * Bullets that share the most with the question, by their own words and those of their heading, names of models
 * and boards before other words.
 */
export function bestQuotes(
  passages: readonly Passage[],
  question: string,
  names: readonly string[],
  limit: number,
): Quote[] {
  const named = stemsOf(names.join(" "));
  const words = stemsOf(question).filter((word) => !named.includes(word));
  const found = passages.flatMap(bulletsOf);
  const weight = rarity(found.map(({ own, heading }) => new Set([...own, ...heading])));
  const first = Math.max(1, ...passages.map(({ score }) => score));
  const all = found.map((bullet): Quote => {
    const { passage, text, own, heading } = bullet;
    const worth = worthIn(bullet);
    const told = words.reduce((sum, word) => sum + weight(word) * worth(word), 0);
    const shared = told + nameWeight * named.filter((word) => own.has(word) || heading.has(word)).length;
    const rank = shared > 0 ? (rankWeight * passage.score) / first : 0;
    return { passage, text, score: shared + rank + (/\d/.test(text) ? figureWeight : 0) };
  });
  const ranked = all.filter(({ score }) => score >= leastScore).sort((a, b) => b.score - a.score);
  return inTurns(ranked).slice(0, limit);
}

/** How much of what a question is about the passages speak of, 0 to 1. */
export function coverage(question: string, passages: readonly Passage[]): number {
  const words = contentWords(question);
  const known = new Set(passages.flatMap(({ text, heading }) => contentWords(`${heading} ${text}`)));
  return words.length === 0 ? 0 : words.filter((word) => known.has(word)).length / words.length;
}
