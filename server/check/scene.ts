import { coverOf, type Span, setAside } from "./aside.ts";
import { findMarkers, type Marker } from "./citations.ts";
import type { QuantityContext } from "./context.ts";
import { findDescriptors } from "./descriptors.ts";
import { fold } from "./fold.ts";
import { type Segment, segmentsOf } from "./layout.ts";
import { type Lexemes, readLexemes } from "./lexicon.ts";
import type { Mention, Names } from "./names.ts";
import { findNumbers, type NumberToken } from "./numbers.ts";

/** A number with the sentence or cell it stands in. */
export type PlacedNumber = NumberToken & {
  segment: Segment;
  isCode: boolean;
  /** Its neighbours of the same unit in the sentence or cell. */
  previous?: PlacedNumber;
  next?: PlacedNumber;
};

/** A text as the checker reads it: what stands where. Places are those of the original text. */
export type Scene = Lexemes & {
  text: string;
  folded: string;
  segments: readonly Segment[];
  numbers: readonly PlacedNumber[];
  mentions: readonly Mention[];
  markers: readonly Marker[];
  /** What the words round each number say, as far as it was asked; filled by `quantityContext`. */
  contexts: Map<PlacedNumber, QuantityContext>;
};

const codeSpan = /`[^`\n]{1,2000}`/g;

function codeSpans(folded: string, segments: readonly Segment[]): Span[] {
  const inline = [...folded.matchAll(codeSpan)].map(({ 0: code, index }) => ({
    start: index,
    end: index + code.length,
  }));
  return [...inline, ...segments.filter(({ kind }) => kind === "code")];
}

/** The items of a sorted list that lie within a stretch. */
export function within<T extends Span>(items: readonly T[], { start, end }: Span): T[] {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let at = low; at < items.length; at++) {
    const item = items[at];
    if (!item || item.start >= end) break;
    if (item.end <= end) found.push(item);
  }
  return found;
}

/** The segment that holds a place. */
export function segmentAt(segments: readonly Segment[], at: number): Segment | undefined {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const segment = segments[low];
  return segment && segment.start <= at ? segment : undefined;
}

/** A source's title names boards that the words round it are not about. */
function titleSpans(folded: string, titles: readonly string[]): Span[] {
  return titles.flatMap((title) => {
    const start = title.length > 8 ? folded.indexOf(title) : -1;
    return start < 0 ? [] : [{ start, end: start + title.length }];
  });
}

function mentionsOf(folded: string, names: Names): Mention[] {
  const described = findDescriptors(folded, names);
  const named = names.find(folded);
  const free = described.filter((one) => !named.some(({ start, end }) => start < one.end && one.start < end));
  return [...named, ...free].sort((a, b) => a.start - b.start);
}

/** Ties each number to its neighbours of one unit in one segment. */
function linked(numbers: PlacedNumber[]): PlacedNumber[] {
  const last = new Map<string, PlacedNumber>();
  for (const number of numbers) {
    const before = last.get(number.unit);
    if (before && before.segment === number.segment) {
      number.previous = before;
      before.next = number;
    }
    last.set(number.unit, number);
  }
  return numbers;
}

/** Words for amounts, without those inside names: "Phi-3.5-vision" speaks of no vision tower. */
function lexemesOutside(names: readonly Mention[], folded: string): Lexemes {
  const inName = coverOf(
    folded.length,
    names.filter(({ kind }) => kind === "model"),
  );
  const { cues, ...rest } = readLexemes(folded);
  return { ...rest, cues: cues.filter(({ start, end }) => inName[start] !== 1 || inName[end - 1] !== 1) };
}

/** Reads a text: names, numbers, words for amounts and citation markers with their places. */
export function readScene(text: string, names: Names, titles: readonly string[] = []): Scene {
  const folded = fold(text);
  const segments = segmentsOf(folded);
  const mentions = mentionsOf(folded, names);
  const markers = findMarkers(folded);
  const code = codeSpans(folded, segments);
  const named = titleSpans(folded, titles);
  const inTitle = (at: number) => named.some(({ start, end }) => start <= at && at < end);
  const inCode = (at: number) => code.some(({ start, end }) => start <= at && at < end);
  const aside = setAside(folded, [...mentions, ...markers, ...named]);
  const numbers = findNumbers(folded, aside).flatMap((number): PlacedNumber[] => {
    const segment = segmentAt(segments, number.start);
    return segment ? [{ ...number, segment, isCode: inCode(number.start) }] : [];
  });
  return {
    text,
    folded,
    segments,
    numbers: linked(numbers),
    contexts: new Map(),
    mentions: mentions.filter(({ start }) => !inCode(start) && !inTitle(start)),
    ...lexemesOutside(mentions, folded),
    markers,
  };
}
