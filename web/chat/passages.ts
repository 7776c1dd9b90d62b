import { isTextUIPart, isToolUIPart, type UIMessage } from "ai";
import type { Answer } from "../../server/agent/answer.ts";
import { type Guard, isListOf, isShape, isString } from "../guards.ts";
import { findMarks } from "./citation-marks.ts";

/** A passage as the reader sees it; `number` counts the passages of a turn, those that are cited first. */
export type Passage = { id: string; number: number; heading: string; source: string; text: string };

type Part = UIMessage["parts"][number];
type Citation = Pick<Answer["citations"][number], "id" | "title" | "passage" | "heading" | "text">;

const isSearchResult = isShape({
  passages: isListOf(isShape({ id: isString, document: isString, heading: isString, text: isString })),
  sources: isListOf(isShape({ id: isString, title: isString })),
});

const isCiting: Guard<{ citations: Citation[] }> = isShape({
  citations: isListOf(
    isShape({ id: isString, title: isString, passage: isString, heading: isString, text: isString }),
  ),
});

function fromSearch(part: Part): Omit<Passage, "number">[] {
  if (!isToolUIPart(part) || part.state !== "output-available" || !isSearchResult(part.output)) return [];
  const { passages, sources } = part.output;
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  return passages.map(({ id, document, heading, text }) => ({
    id,
    heading,
    source: titles.get(document) ?? document,
    text,
  }));
}

function citationsOf(part: Part): Citation[] {
  return part.type === "data-answer" && "data" in part && isCiting(part.data) ? part.data.citations : [];
}

/**
 * The passages that an answer may cite, by everything that may stand in a mark: their id, and the number that the
 * server gave to those that it found cited.
 */
export function findPassages(parts: readonly Part[]): ReadonlyMap<string, Passage> {
  const citations = parts.flatMap(citationsOf);
  const found = new Map(parts.flatMap(fromSearch).map((passage) => [passage.id, passage]));
  for (const { passage: id, title, heading, text } of citations)
    found.set(id, { id, heading, source: title, text });
  const marks = parts.filter(isTextUIPart).flatMap(({ text }) => findMarks(text));
  const order = new Set([...citations.map(({ passage }) => passage), ...marks, ...found.keys()]);
  const known = [...order].flatMap((id) => found.get(id) ?? []);
  const passages = new Map(known.map((passage, index) => [passage.id, { ...passage, number: index + 1 }]));
  for (const { id, passage } of citations) {
    const cited = passages.get(passage);
    if (cited) passages.set(id, cited);
  }
  return passages;
}
