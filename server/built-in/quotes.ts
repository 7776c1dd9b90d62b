import type { Passage } from "../../knowledge/search.ts";

/** One bullet of a document's notes with the passage it stands in. */
export type Quote = { passage: Passage; text: string; score: number };

/** Words too common to say what a question is about. */
const common = new Set(
  "a an the is are was be can could do does did i we you it its my our on in at of for to and or with next how what which who why when fast run runs running use using will would should jetson nvidia me tell about much many there this that do does not cannot even need needs any some if than developer kit instruct thanks thank hello hi please ok okay yes no".split(
    " ",
  ),
);

/** The words of a text that say what it is about, lower case. */
export function contentWords(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9][a-z0-9.\-_]*[a-z0-9]|[a-z0-9]/g) ?? [];
  return [...new Set(words.filter((word) => word.length > 1 && !common.has(word)))];
}

function bullets({ text }: Passage): string[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("- "))
    .map((line) => line.slice(2).trim());
}

/** The last part of a heading path: the title of a document says nothing about a single bullet. */
function ownHeading({ heading }: Passage): string {
  return heading.split(" › ").at(-1) ?? "";
}

/** A name in common says more than any other word. */
const nameWeight = 2;

/**
 * Bullets that share the most with the question, names of models and boards first, the best of each
 * document before the second best.
 */
export function bestQuotes(
  passages: readonly Passage[],
  question: string,
  names: readonly string[],
  limit: number,
): Quote[] {
  const named = contentWords(names.join(" "));
  const words = contentWords(question).filter((word) => !named.includes(word));
  const all = passages.flatMap((passage) =>
    bullets(passage).map((text): Quote => {
      const own = new Set(contentWords(`${text} ${ownHeading(passage)}`));
      const count = (of: readonly string[]) => of.filter((word) => own.has(word)).length;
      const shared = count(words) + nameWeight * count(named);
      return { passage, text, score: shared + (/\d/.test(text) ? 0.5 : 0) + passage.score / 100 };
    }),
  );
  const ranked = all.filter(({ score }) => score >= 1).sort((a, b) => b.score - a.score);
  const rank = new Map<string, number>();
  const turns = ranked.map((quote) => {
    const turn = rank.get(quote.passage.document) ?? 0;
    rank.set(quote.passage.document, turn + 1);
    return { quote, turn };
  });
  const chosen = turns
    .filter(({ turn }) => turn < 2)
    .sort((a, b) => b.quote.score - b.turn - (a.quote.score - a.turn));
  return chosen.slice(0, limit).map(({ quote }) => quote);
}

/** How much of what a question is about the passages speak of, 0 to 1. */
export function coverage(question: string, passages: readonly Passage[]): number {
  const words = contentWords(question);
  const known = new Set(passages.flatMap(({ text, heading }) => contentWords(`${heading} ${text}`)));
  return words.length === 0 ? 0 : words.filter((word) => known.has(word)).length / words.length;
}
