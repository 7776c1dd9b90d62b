import type { Span } from "./aside.ts";
import type { Mark, MarkedClaim } from "./claim.ts";
import type { CitablePassage, Evidence } from "./evidence.ts";
import { fold, isForeign } from "./fold.ts";
import type { Segment } from "./layout.ts";
import { showsValue } from "./match-fact.ts";
import { type Scene, segmentAt, within } from "./scene.ts";

/** Words too common to tie a sentence to a passage. */
const common = new Set(
  "about after also with which that this they them there their than from into have been does only more most such each when where while would could should what says said page document jetson nvidia memory model models board boards token tokens".split(
    " ",
  ),
);

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\d][\p{L}\d.-]{2,}/gu) ?? [];
  return new Set(
    words.map((word) => word.replace(/[.-]+$/, "").slice(0, 7)).filter((word) => !common.has(word)),
  );
}

function sharesNumber(segment: Segment, passage: CitablePassage, scene: Scene, { index }: Evidence): boolean {
  const own = within(scene.numbers, segment).filter(
    ({ unit, readings }) => unit !== "1" || (readings[0]?.value ?? 0) > 12,
  );
  const theirs = index.numbersOf(passage);
  return own.some((number) =>
    theirs.some(
      ({ unit, readings }) => unit === number.unit && readings.some(({ value }) => showsValue(number, value)),
    ),
  );
}

/** How much of a sentence's words a passage has to share to be its source: of right ones two thirds and more do. */
export const leastOverlap = 0.45;

/** The share of a sentence's own words that stand in a passage or its heading. */
export function overlapOf(sentence: string, passage: CitablePassage): number {
  const own = wordsOf(sentence.replace(/\[[^\]]*\]/g, " "));
  const theirs = wordsOf(`${passage.heading} ${passage.text} ${passage.document}`);
  // "See [1]." says nothing that a passage could bear out or not.
  if (own.size < 3) return 1;
  return [...own].filter((word) => theirs.has(word)).length / own.size;
}

/** A line without names and digits, which the line shares with many passages. */
function ownWords({ start, end }: Span, { folded, mentions }: Scene): string {
  let words = "";
  let from = start;
  for (const mention of within(mentions, { start, end })) {
    words += `${folded.slice(from, mention.start)} `;
    from = mention.end;
  }
  return (words + folded.slice(from, end)).replace(/\d[\d.,]*/g, " ");
}

/** The documents are in English: a sentence in another language shares names with its source, not words. */
function sharesName(line: Span, passage: CitablePassage, { mentions }: Scene, { names }: Evidence): boolean {
  const theirs = new Set(names.find(fold(`${passage.heading} ${passage.text}`)).flatMap(({ ids }) => ids));
  return within(mentions, line).some(({ ids }) => ids.some((id) => theirs.has(id)));
}

/** Whether a passage bears out the line it stands in. */
function supports(segment: Segment, passage: CitablePassage, scene: Scene, evidence: Evidence): boolean {
  if (sharesNumber(segment, passage, scene, evidence)) return true;
  const line = segment.kind === "cell" ? segment : segment.line;
  if (overlapOf(ownWords(line, scene), passage) >= leastOverlap) return true;
  return isForeign(scene.folded.slice(line.start, line.end)) && sharesName(line, passage, scene, evidence);
}

/** Marks every citation: it has to be of a passage retrieved in this turn, one that speaks of what it stands behind. */
export function checkCitations(scene: Scene, evidence: Evidence): { mark: Mark; claim: MarkedClaim }[] {
  return scene.markers.map(({ start, end, target }) => {
    const claim: MarkedClaim = { text: scene.text.slice(start, end), kind: "citation", start, end };
    const passage = evidence.index.passage(target);
    const segment = segmentAt(scene.segments, start);
    if (!passage)
      return {
        mark: "unverified",
        claim: { ...claim, reason: `No passage ${target} was retrieved for this answer.` },
      };
    if (segment && !supports(segment, passage, scene, evidence))
      return {
        mark: "unverified",
        claim: { ...claim, reason: `The passage ${passage.id} does not speak of this.` },
      };
    return { mark: "verified", claim: { ...claim, citation: passage.id } };
  });
}
