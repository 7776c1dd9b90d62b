import type { Passage } from "../../knowledge/search.ts";

/** A passage the answer cites as `[id]`; `passage` is its id, offsets are characters in the source's text. */
export type Citation = {
  id: string;
  source: string;
  title: string;
  passage: string;
  heading: string;
  text: string;
  start: number;
  end: number;
};

/** A text whose markers are numbered, with the passages they stand for. */
export type Cited = { text: string; citations: Citation[] };

/** A citation as it stands in a text: the id of a passage, or the number of a citation. */
export type Marker = { start: number; end: number; target: string };

const anyMarker = /\[(?<target>\d{1,3}|[a-z0-9][\w.-]{0,80}#[\w.-]{1,80})\](?!\()/g;

/** Every citation marker of a folded text, in order. */
export function findMarkers(folded: string): Marker[] {
  return [...folded.matchAll(anyMarker)].map(({ 0: marker, index, groups }) => ({
    start: index,
    end: index + marker.length,
    target: groups?.target ?? "",
  }));
}

/** A number in brackets would read as a citation of ours. */
const ownMarker = /\s?\[\d+\]/g;
const marker = /\s?\[(?<id>[a-z0-9][\w.-]*#[\w.-]+)\]/g;

/** Numbers the passage ids of a text in order of appearance; an id that was not retrieved in this turn is removed. */
export function numberCitations(
  text: string,
  passages: readonly Passage[],
  title: (id: string) => string,
): Cited {
  const known = new Map(passages.map((passage) => [passage.id, passage]));
  const citations: Citation[] = [];
  const numbered = text.replace(ownMarker, "").replace(marker, (_, id: string) => {
    const passage = known.get(id);
    if (!passage) return "";
    const at = citations.findIndex((citation) => citation.passage === id);
    if (at >= 0) return ` [${at + 1}]`;
    const { document, heading, text: words, start, end } = passage;
    const next = String(citations.length + 1);
    citations.push({
      id: next,
      source: document,
      title: title(document),
      passage: id,
      heading,
      text: words,
      start,
      end,
    });
    return ` [${next}]`;
  });
  return { text: numbered, citations };
}
