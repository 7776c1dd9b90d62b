import type { Answer } from "../../server/agent/answer.ts";
import { sortResults } from "../../server/built-in/results.ts";
import type { Citation } from "../../server/check/citations.ts";
import type { Chance } from "../checker/random.ts";
import { plainWords } from "../scorers/plain-words.ts";
import type { Subject } from "../scorers/scorer.ts";
import { type Mutation, reworded } from "./mutation.ts";

type Change = (citation: Citation, subject: Subject) => Answer | null;

/** Applies a change to one of the citations. */
function toOne(change: Change) {
  return (subject: Subject, chance: Chance): Answer | null => {
    const { citations } = subject.answer;
    return citations.length === 0 ? null : change(chance.pick(citations), subject);
  };
}

const removeMarkers: Change = ({ id }, subject) =>
  reworded(subject, subject.answer.answer.replaceAll(` [${id}]`, ""));

const removeEntry: Change = (citation, { answer }) => ({
  ...answer,
  citations: answer.citations.filter((each) => each !== citation),
});

const replaced = ({ answer }: Subject, old: Citation, made: Citation): Answer => ({
  ...answer,
  citations: answer.citations.map((each) => (each === old ? made : each)),
});

/** Words of four letters and more, which tell passages on different things apart. */
const contentWords = (text: string) => new Set(plainWords(text).match(/\p{L}{4,}/gu) ?? []);

/** A passage with so few words in common with another speaks of something else. */
const mostShared = 0.15;

function isForeign(text: string, other: string): boolean {
  const [own, theirs] = [contentWords(text), contentWords(other)];
  const shared = [...own].filter((word) => theirs.has(word)).length;
  const figures = (words: string): string[] => words.match(/\d+(?:\.\d+)?/g) ?? [];
  return shared <= mostShared * own.size && !figures(text).some((figure) => figures(other).includes(figure));
}

/** The marker left where it is, and another passage behind it that speaks of something else. */
const pointElsewhere: Change = (citation, subject) => {
  const passages = sortResults([...subject.gold, ...subject.made]).searches.flatMap(
    (search) => search.passages,
  );
  const other = passages.find(({ text }) => isForeign(citation.text, text));
  if (!other) return null;
  const { id, document, heading, text, start, end } = other;
  return replaced(subject, citation, {
    ...citation,
    passage: id,
    source: document,
    heading,
    text,
    start,
    end,
  });
};

/** One word of the passage exchanged. */
const alterPassage: Change = (citation, subject) => {
  const text = citation.text.replace(/\b(is|are|has|fits|needs|takes|at|on|of)\b/, "never");
  return text === citation.text ? null : replaced(subject, citation, { ...citation, text });
};

/** A passage that nobody wrote, behind a sentence of the text. */
function invent(subject: Subject): Answer | null {
  const { answer } = subject;
  const at = /[a-z]\.(?=\n|$)/.exec(answer.answer)?.index;
  if (at === undefined) return null;
  const id = String(answer.citations.length + 1);
  const text = `${answer.answer.slice(0, at + 2)} [${id}]${answer.answer.slice(at + 2)}`;
  const made: Citation = {
    id,
    source: "vlm-sizing-2026",
    title: "VLM sizing",
    passage: "vlm-sizing-2026#made-up-rule",
    heading: "A rule",
    text: answer.answer.slice(Math.max(0, at - 80), at + 1),
    start: 0,
    end: 80,
  };
  return { ...answer, answer: text, citations: [...answer.citations, made] };
}

/** Citations removed, moved, altered and invented. */
export const citationMutations: readonly Mutation[] = [
  { kind: "citation markers removed", scorer: "citations", mutate: toOne(removeMarkers) },
  { kind: "citation entry removed", scorer: "citations", mutate: toOne(removeEntry) },
  { kind: "citation of another passage", scorer: "citations", mutate: toOne(pointElsewhere) },
  { kind: "passage altered", scorer: "citations", mutate: toOne(alterPassage) },
  { kind: "citation invented", scorer: "citations", mutate: invent },
];
