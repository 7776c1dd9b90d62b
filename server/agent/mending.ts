import type { Fact } from "../../tools/facts.ts";
import type { MarkedClaim } from "../check/check.ts";
import { sentencesOf } from "./sentences.ts";

/** A part of a model's text that did not pass the check, with what stands in its place and why. */
export type Struck = { text: string; replacement: string; reason: string };

/** Facts named to a model that has to write a part again; more would fill its context. */
const mostFacts = 16;

function listed(doubts: readonly MarkedClaim[]): string[] {
  return doubts.map(({ text, reason }) => `- "${text}": ${reason ?? "no result of a tool says so"}`);
}

/** What a model is told when a part of its answer did not pass: what is wrong, what it may say, what to write again. */
export function rewriteRequest(held: string, doubts: readonly MarkedClaim[], facts: readonly Fact[]): string {
  const allowed = facts
    .slice(0, mostFacts)
    .map(({ label, entity, display }) => `- ${label}, ${entity}: ${display}`);
  return [
    "These statements of your answer are not backed by the tool results:",
    ...new Set(listed(doubts)),
    "You may state:",
    ...new Set(allowed),
    "Write only the following part again, without those statements and with nothing new:",
    held.trim(),
  ].join("\n");
}

/** Sentences of the built-in answer that are tried in the place of one. */
const mostTried = 4;

/** Words that tell what a sentence is about. */
function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}[\p{L}\d/-]*/gu) ?? []);
}

/** Prose of the built-in answer: no headings, rows of tables or code. */
const isProse = (text: string) => /\p{L}/u.test(text) && !/^\s*(?:#|\||```)/.test(text);

/** A list stays a list: the sentence takes the place of an item, not of a paragraph. */
const bullet = /^\s*(?:[-*]|\d+[.)])\s+/;

/**
 * Gives for a sentence that did not pass the one of the built-in answer that is most like it and passes in its place,
 * each once; nothing where none does or where the sentence is a row of a table. Tells what was struck.
 */
export function createMender(builtIn: string, tell: (struck: Struck) => void) {
  let left = sentencesOf(builtIn.replaceAll("**", ""))
    .map(({ text }) => text.trim().replace(bullet, ""))
    .filter(isProse);
  const byLikeness = (sentence: string): string[] => {
    const wanted = wordsOf(sentence);
    const likeness = (text: string) => [...wordsOf(text)].filter((word) => wanted.has(word)).length;
    return left.toSorted((a, b) => likeness(b) - likeness(a));
  };
  return (sentence: string, doubts: readonly MarkedClaim[], passes: (words: string) => boolean): string => {
    const [mark = ""] = bullet.exec(sentence) ?? [];
    const [tail = ""] = /\s*$/.exec(sentence) ?? [];
    const inPlace = (words: string) => `${mark}${words}${tail}`;
    const offered = isProse(sentence) ? byLikeness(sentence) : [];
    const replacement = offered.slice(0, mostTried).find((words) => passes(inPlace(words))) ?? "";
    left = left.filter((words) => words !== replacement);
    const reason = [...new Set(doubts.map(({ text, reason: why }) => `${text}: ${why ?? "not backed"}`))];
    tell({ text: sentence.trim(), replacement, reason: reason.join("; ") });
    return replacement === "" ? "" : inPlace(replacement);
  };
}
