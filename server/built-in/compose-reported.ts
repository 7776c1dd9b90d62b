import type { Passage } from "../../knowledge/search.ts";
import type { Block } from "./block.ts";
import type { Results } from "./results.ts";
import { contentWords } from "./word-stems.ts";

/** Our collection of what users asked in public. */
const collection = "reported-questions";

/** Least share of a question's words, and their number, by which a report is taken to be of the same question. */
const least = { share: 0.6, words: 2 } as const;

/** Words of boards: questions of one board are many, and only the rest tells them apart. */
const ofBoards = /^(?:orin|nano|nx|agx|thor|xavier|super|jetson|\d+gb|gb|\d+)$/;

/** How many of the question's words a text has, by their beginnings: "models" and "model" are one. */
function sharedWords(words: readonly string[], text: string): number {
  const own = new Set(contentWords(text).map((word) => word.replace(/s$/, "")));
  return words.filter((word) => own.has(word.replace(/s$/, ""))).length;
}

function bulletsOf(passage: Passage): { passage: Passage; text: string }[] {
  const lines = passage.text.split("\n").filter((line) => line.startsWith("- "));
  return lines.map((line) => ({ passage, text: line.slice(2).trim() }));
}

/** The report of the same question, where others asked it before and this turn's search found it. */
export function reportedBlock(question: string, { searches }: Results): Block {
  const words = contentWords(question).filter((word) => !ofBoards.test(word));
  const found = searches
    .flatMap(({ passages }) => passages)
    .filter(({ document }) => document === collection)
    .flatMap(bulletsOf)
    .map((bullet) => ({ ...bullet, shared: sharedWords(words, bullet.text) }))
    .sort((a, b) => b.shared - a.shared)[0];
  if (!found || found.shared < least.words || found.shared < least.share * words.length) return { lines: [] };
  return { heading: "Asked before", lines: [`- ${found.text} [${found.passage.id}]`] };
}
