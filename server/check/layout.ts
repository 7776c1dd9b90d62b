import type { Span } from "./aside.ts";

/** What a stretch of a text is: a sentence, the cell of a table, a heading, or code. */
export type SegmentKind = "sentence" | "cell" | "heading" | "code";

/** A sentence or cell with the stretches that say what it is about, nearest first. */
export type Segment = Span & {
  kind: SegmentKind;
  /** For a cell: the first cell of its row and the head of its column, whose words name the quantity too. */
  labels: readonly Span[];
  /** Sentences before it in its line, the line that leads to its list, its heading. */
  parents: readonly Span[];
  /** The line it stands in. */
  line: Span;
};

const sentenceEnd = /[.!?]["')\]*_]*(?:\s?\[[^\]\n]{1,80}\])*(?=\s|$)|[。!?！？](?:\s?\[[^\]\n]{1,80}\])*/g;
const abbreviation =
  /(?:\b(?:e\.g|i\.e|approx|ca|vs|etc|z\.B|bzw|p\.ex|no|fig|incl|max|min|ver|Nr|env)|^\s*\d{1,3})\.$/i;
const bullet = /^(?<indent>[ \t]*)(?:[-*•+]|\d{1,3}[.)])\s+/;

/** No sentence that somebody reads is longer; of what is, each part is taken for one. */
const longestSentence = 1000;

function shortened(folded: string, { start, end }: Span): Span[] {
  if (end - start <= longestSentence) return [{ start, end }];
  const space = folded.lastIndexOf(" ", start + longestSentence);
  const cut = space > start + longestSentence / 2 ? space : start + longestSentence;
  const parts: Span[] = [{ start, end: cut }];
  for (let from = cut; from < end; from += longestSentence)
    parts.push({ start: from, end: Math.min(end, from + longestSentence) });
  return parts;
}

/** How many sentences back a name may stand. */
const memory = 4;

function sentencesOf(folded: string, { start, end }: Span): Span[] {
  const line = folded.slice(start, end);
  const found: Span[] = [];
  let from = 0;
  for (const match of line.matchAll(sentenceEnd)) {
    const to = match.index + match[0].length;
    if (abbreviation.test(line.slice(Math.max(from, match.index - 8), match.index + 1))) continue;
    found.push({ start: start + from, end: start + to });
    from = to;
  }
  if (line.slice(from).trim() !== "") found.push({ start: start + from, end });
  return found.flatMap((sentence) => shortened(folded, sentence));
}

function cellsOf(folded: string, { start, end }: Span): Span[] {
  const cells: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at++)
    if (at === end || folded[at] === "|") {
      cells.push({ start: from, end: at });
      from = at + 1;
    }
  return cells.slice(1, folded[end - 1] === "|" ? -1 : undefined);
}

type State = {
  heading: Span | undefined;
  /** The line that leads to a list or table, and the list items that enclose the next one. */
  lead: Span | undefined;
  items: { indent: number; span: Span }[];
  head: Span[] | undefined;
  isCode: boolean;
};

function defined(spans: readonly (Span | undefined)[]): Span[] {
  return spans.filter((span) => span !== undefined);
}

function tableSegments(folded: string, line: Span, state: State): Segment[] {
  const cells = cellsOf(folded, line);
  if (/^[\s|:-]+$/.test(folded.slice(line.start, line.end))) return [];
  if (!state.head) {
    state.head = cells;
    return cells.map((cell) => ({ ...cell, kind: "cell", labels: [], parents: defined([state.lead]), line }));
  }
  const { head, lead, heading } = state;
  const [row] = cells;
  return cells.map((cell, column) => ({
    ...cell,
    kind: "cell",
    labels: defined([column > 0 ? row : undefined, head[column]]),
    // The corner of a table may say what all of it is about.
    parents: defined([column > 0 ? head[0] : undefined, lead, heading]),
    line,
  }));
}

function textSegments(folded: string, line: Span, state: State): Segment[] {
  const text = folded.slice(line.start, line.end);
  const indent = bullet.exec(text)?.groups?.indent?.length;
  if (indent === undefined) state.items = [];
  else state.items = state.items.filter((item) => item.indent < indent);
  const above = state.items.map(({ span }) => span).reverse();
  const sentences = sentencesOf(folded, line);
  const parents = indent === undefined ? [state.lead, state.heading] : [...above, state.lead, state.heading];
  const segments = sentences.map(
    (sentence, index): Segment => ({
      ...sentence,
      kind: "sentence",
      labels: [],
      parents: defined([...sentences.slice(Math.max(0, index - memory), index).reverse(), ...parents]),
      line,
    }),
  );
  if (indent === undefined) state.lead = sentences.at(-1) ?? state.lead;
  else state.items = [...state.items, { indent, span: line }];
  return segments;
}

function lineSegments(folded: string, line: Span, state: State): Segment[] {
  const text = folded.slice(line.start, line.end);
  if (/^\s*(?:```|~~~)/.test(text)) {
    state.isCode = !state.isCode;
    return [];
  }
  if (state.isCode)
    return [{ ...line, kind: "code", labels: [], parents: defined([state.lead, state.heading]), line }];
  if (/^\s*#{1,6}\s/.test(text)) {
    Object.assign(state, { heading: line, lead: undefined, items: [], head: undefined });
    return [{ ...line, kind: "heading", labels: [], parents: [], line }];
  }
  if (/^\s*\|/.test(text)) return tableSegments(folded, line, state);
  state.head = undefined;
  return textSegments(folded, line, state);
}

/** Takes a folded text apart into sentences, cells, headings and lines of code, in order. */
export function segmentsOf(folded: string): Segment[] {
  const state: State = { heading: undefined, lead: undefined, items: [], head: undefined, isCode: false };
  const segments: Segment[] = [];
  for (let start = 0; start <= folded.length; ) {
    const newline = folded.indexOf("\n", start);
    const end = newline < 0 ? folded.length : newline;
    if (folded.slice(start, end).trim() !== "") segments.push(...lineSegments(folded, { start, end }, state));
    start = end + 1;
  }
  return segments;
}
