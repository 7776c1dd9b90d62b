import type { Answer } from "../../server/agent/answer.ts";
import { type Guard, isListOf, isShape, isString } from "../guards.ts";
import { revealHidden } from "../hidden-characters.ts";
import { findMarks } from "./citation-marks.ts";
import type { ToolPart } from "./tool-parts.ts";

/** A passage as the reader sees it; `number` counts the passages of a turn, those that are cited first. */
export type Passage = { id: string; number: number; heading: string; source: string; text: string };

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

function fromSearch({ output }: ToolPart): Omit<Passage, "number">[] {
  if (!isSearchResult(output)) return [];
  const { passages, sources } = output;
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  return passages.map(({ id, document, heading, text }) => ({
    id,
    heading,
    source: titles.get(document) ?? document,
    text,
  }));
}

/**
 * The passages that an answer may cite, by everything that may stand in a mark: their id, and the number that the
 * server gave to those that it found cited.
 */
export function findPassages(
  tools: readonly ToolPart[],
  text: string,
  answer: unknown,
): ReadonlyMap<string, Passage> {
  const citations = isCiting(answer) ? answer.citations : [];
  const found = new Map(tools.flatMap(fromSearch).map((passage) => [passage.id, passage]));
  for (const { passage: id, title, heading, text } of citations)
    found.set(id, { id, heading, source: title, text });
  const order = new Set([...citations.map(({ passage }) => passage), ...findMarks(text), ...found.keys()]);
  const known = [...order].flatMap((id) => found.get(id) ?? []);
  const toShown = (passage: Omit<Passage, "number">, index: number): Passage => ({
    ...passage,
    heading: revealHidden(passage.heading),
    source: revealHidden(passage.source),
    number: index + 1,
  });
  const passages = new Map(known.map(toShown).map((passage) => [passage.id, passage]));
  for (const { id, passage } of citations) {
    const cited = passages.get(passage);
    if (cited) passages.set(id, cited);
  }
  return passages;
}
