import type { Span } from "./aside.ts";
import type { QuantityContext } from "./context.ts";
import { cueRules } from "./cue-rules.ts";
import type { Cue } from "./cues.ts";
import { type PlacedNumber, type Scene, within } from "./scene.ts";

const link =
  /^[\s\u00a0*_)"]*(?:(?:of|for|the|a|an|is|are|in|as|stays?|still|remains?|more|memory|ram|would|be|being|to|its|it|der|des|den|die|das|an|bleiben|bleibt|du|les?|la|de|restent|el|los|del|quedan|para|para la|的|が|は|の|を|で|に|个|speicher|memoria|mémoire|内存|メモリ|too|usable|of its)[\s\u00a0]*){0,4}[*_]*$/iu;
const clauseEnd =
  /[;\n|]|[.,:](?=\s|$)|[、，。；]|\s\(|(?<!\p{L})(?:and|but|while|whereas|und|aber|et|mais|y|pero|against|versus|vs)(?!\p{L})/u;
const joiner =
  /(?:,|、|和|与|と|(?<!\p{L})(?:and|or|vs|versus|while|but|und|oder|et|ou|y|o))[\s\u00a0]*(?:about |~|only )?$/iu;
const hardStop = /[;|]|[。；]/g;
const continued =
  /^[\s\u00a0*]*(?:,|\/|、|和|与|と|[-–]|(?:and|or|vs|versus|while|but|to|und|oder|et|ou|y|o|respectively)(?!\p{L}))/iu;

const empty: QuantityContext = { quantities: new Set(), sign: undefined, ends: new Set(), isLoose: true };

/** The words before a number that may speak of it: back to the number before, or a semicolon. */
function spanBefore(number: PlacedNumber, previous: PlacedNumber | undefined, folded: string): Span {
  const start = previous?.end ?? number.segment.start;
  const stops = [...folded.slice(start, number.start).matchAll(hardStop)];
  const last = stops.at(-1);
  return { start: last ? start + last.index + 1 : start, end: number.start };
}

/** Cues that begin in a stretch; "a board and year" may end behind the word that ends the clause. */
function beginning(cues: readonly Cue[], { start, end }: Span): Cue[] {
  return within(cues, { start, end: end + 40 }).filter((cue) => cue.start < end);
}

/** Cues before a number, without those that speak of the number before it: "23 tok/s over 4 streams". */
function cuesInFront(
  span: Span,
  previous: PlacedNumber | undefined,
  scene: Scene,
  isOfUnit: (cue: Cue) => boolean,
): Cue[] {
  const cues = within(scene.cues, span).filter(isOfUnit);
  if (!previous || previous.end !== span.start) return cues;
  return cues.filter(
    (cue, _, [first]) =>
      cue.start !== first?.start ||
      !link.test(scene.folded.slice(previous.end, cue.start)) ||
      link.test(scene.folded.slice(cue.end, span.end)),
  );
}

/** The words behind a number that may speak of it: up to the next number or the end of the clause. */
function spanBehind(number: PlacedNumber, next: PlacedNumber | undefined, folded: string): Span {
  const limit = Math.min(next?.start ?? number.segment.end, number.segment.end, number.end + 90);
  const words = folded.slice(number.end, limit);
  const stop = clauseEnd.exec(words)?.index;
  return { start: number.end, end: stop === undefined ? limit : number.end + stop };
}

const speaksOf = (unit: string) => (cue: Cue) => cue.rule.units.includes(unit);

/** Cues that say what stands before a number: the nearest, and the noun that is its subject where that is a verb. */
function governingBefore(cues: readonly Cue[], folded: string): Cue[] {
  const nearest = cues.at(-1);
  if (!nearest) return [];
  const same = cues.filter(({ start }) => start === nearest.start);
  if (!nearest.rule.isVerb) return same;
  const noun = cues.findLast((cue) => cue.end <= nearest.start && !cue.rule.isVerb);
  const gap = noun ? folded.slice(noun.end, nearest.start) : "";
  if (!noun || gap.length > 60 || /[,;:]/.test(gap)) return same;
  // "The KV cache takes": of the cache alone. "has a headroom of" has its noun nearer anyway.
  return cues.filter(({ start }) => start === noun.start);
}

function contextOf(cues: readonly Cue[]): QuantityContext {
  return {
    quantities: new Set(cues.flatMap(({ rule }) => rule.quantities)),
    // "left with 2.22 GB too little": the words behind the number have the last word.
    sign: cues.findLast(({ rule }) => rule.sign !== undefined)?.rule.sign,
    ends: new Set(),
    isLoose: cues.every(({ rule }) => rule.isVerb === true),
  };
}

/** Which words win: those tied to the number from behind, then those before it, then loose ones behind it. */
function choose(before: readonly Cue[], behind: readonly Cue[], number: PlacedNumber, folded: string): Cue[] {
  const first = behind[0];
  const tied = first && link.test(folded.slice(number.end, first.start));
  const from = behind.filter(({ start }) => start === first?.start);
  const isNoun = before.some(({ rule }) => !rule.isVerb);
  if (!tied) return before.length > 0 ? [...before] : from;
  // "Headroom: 4.94 GB free" agree; "the weights take 4.37 GB of memory" and "needs 4.37 GB of weights" have one noun.
  const fromNoun = from.filter(({ rule }) => !rule.isVerb);
  if (!isNoun) return fromNoun.length > 0 || before.length === 0 ? from : [...before, ...from];
  return fromNoun.length > 0 ? [...before, ...fromNoun] : [...before];
}

function labelCues(number: PlacedNumber, scene: Scene): Cue[] {
  return number.segment.labels.flatMap((label) =>
    within(scene.cues, label)
      .filter(speaksOf(number.unit))
      .filter(({ rule }, _, all) => !rule.isVerb || all.every((cue) => cue.rule.isVerb)),
  );
}

/** A line that leads to a list, or a heading, may name the amount of all its items. */
function leadCues(number: PlacedNumber, scene: Scene): Cue[] {
  for (const parent of number.segment.parents) {
    const words = scene.folded.slice(parent.start, parent.end).trimEnd();
    if (!/[:：]\**$|^\s*#|^\s*\*\*[^*]+\*\*$/.test(words)) continue;
    const cues = within(scene.cues, parent).filter(speaksOf(number.unit));
    if (cues.length > 0) return cues.filter(({ start }) => start === cues.at(-1)?.start);
  }
  return [];
}

function endsOf(number: PlacedNumber, scene: Scene, { start, end }: Span): Set<"low" | "high"> {
  const near = within(scene.endCues, {
    start: Math.max(start, number.start - 110),
    end: Math.min(end, number.end + 30),
  });
  const ends = new Set(near.map(({ which }) => which));
  if (number.rangeEnd) ends.add(number.rangeEnd);
  return ends;
}

/** What the text says a number is an amount of. */
export function quantityContext(number: PlacedNumber, scene: Scene, depth = 0): QuantityContext {
  const known = scene.contexts.get(number) ?? readContext(number, scene, depth);
  scene.contexts.set(number, known);
  return known;
}

function readContext(number: PlacedNumber, scene: Scene, depth: number): QuantityContext {
  const { folded } = scene;
  const { previous, next } = number;
  const spans = [spanBefore(number, previous, folded), spanBehind(number, next, folded)] as const;
  const ends = endsOf(number, scene, { start: spans[0].start, end: spans[1].end });
  const isOfUnit = speaksOf(number.unit);
  const inFront = cuesInFront(spans[0], previous, scene, isOfUnit);
  const behind = beginning(scene.cues, spans[1]).filter(isOfUnit);
  const own = choose(governingBefore(inFront, folded), behind, number, folded);
  if (own.length > 0) return { ...contextOf(own), ends };
  const labels = labelCues(number, scene);
  if (labels.length > 0) return { ...contextOf(labels), ends };
  const isContinued = previous && depth < 12 && continues(folded.slice(previous.end, number.start));
  if (isContinued) return { ...quantityContext(previous, scene, depth + 1), ends };
  const lead = leadCues(number, scene);
  return lead.length > 0 ? { ...contextOf(lead), ends } : { ...empty, ends };
}

/** True where a number goes on from the one before it: "needs 11.5 GB on one and 11.2 GB on the other". */
function continues(gap: string): boolean {
  return continued.test(gap) || (gap.length <= 60 && !/[;.]\s/.test(gap) && joiner.test(gap));
}

const told = new Set(cueRules.flatMap(({ quantities }) => quantities));

/** True where the words allow for a fact of that quantity; of one that no word tells of they say nothing. */
export function allows({ quantities }: QuantityContext, quantity: string): boolean {
  return quantities.size === 0 || quantities.has(quantity) || !told.has(quantity);
}
