import type { BoundFact, Known } from "./bound-facts.ts";
import type { Mark, MarkedClaim } from "./claim.ts";
import { derivedFrom } from "./derive.ts";
import type { CitablePassage, Evidence } from "./evidence.ts";
import { fold } from "./fold.ts";
import { isAbout, isOfQuantity, type Subject, showsFact, showsValue, subjectOf } from "./match-fact.ts";
import { type PlacedNumber, type Scene, within } from "./scene.ts";
import { isInHardwareName, isQuoted } from "./tool-words.ts";

/** A number with its mark. */
export type CheckedNumber = { mark: Mark; claim: MarkedClaim };

function factsOfUnit(number: PlacedNumber, { index }: Evidence): readonly BoundFact[] {
  const unit = number.unit === "%" ? "1" : number.unit;
  return unit === "×" || unit === "EUR" ? [] : (index.byUnit.get(unit) ?? []);
}

/** Facts a plain number may be of only when a word beside it is in their label. */
function isNamed(number: PlacedNumber, { label }: BoundFact, scene: Scene): boolean {
  if (number.unit !== "1" && number.unit !== "%") return true;
  const near = neighbourhood(number, scene);
  return label
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => word.length > 3 && near.includes(word.slice(0, 5)));
}

/** The words beside a number, and those of its row and column. */
function neighbourhood({ segment, start, end }: PlacedNumber, { folded }: Scene): string {
  const from = Math.max(segment.start, start - 40);
  const to = Math.min(segment.end, end + 45);
  const labels = segment.labels.map((label) => folded.slice(label.start, label.end));
  return [folded.slice(from, to), ...labels].join(" ").toLowerCase();
}

function isKnownCount(number: PlacedNumber, scene: Scene, { index }: Evidence): boolean {
  if (number.unit !== "1" && number.unit !== "%" && number.unit !== "×") return false;
  const near = neighbourhood(number, scene);
  return number.readings.some(({ value }) =>
    [...(index.counts.get(value) ?? [])].some((word) => near.includes(word)),
  );
}

const sentOn =
  /claim|said|you |your|asked|ask|question|impossible|implausible|doubtful|not |cannot|frage|question|pregunta/i;
/** "3.50 GB is 0.815 × the 4.29 GB computed": what is held against a computed amount is another's. */
const heldAgainst = /^ is [\d.,]+ × (?:the|that)\b/;

/** What the user said is given, unless the words name an amount that the tools know to be another. */
function isGiven(
  number: PlacedNumber,
  { context }: Subject,
  contrary: BoundFact | undefined,
  scene: Scene,
  { index }: Evidence,
): boolean {
  const said = index.asked.some(
    (one) =>
      one.unit === number.unit &&
      one.readings.some(({ value }) => number.readings.some((own) => own.value === value)),
  );
  if (!said) return false;
  const words = scene.folded.slice(number.segment.start, number.segment.end);
  const behind = scene.folded.slice(number.end, number.segment.end);
  return context.isLoose || !contrary || sentOn.test(words) || heldAgainst.test(behind);
}

/** Passages cited in the sentence of a number. */
export function citedPassages(
  number: Pick<PlacedNumber, "segment">,
  scene: Scene,
  { index }: Evidence,
): CitablePassage[] {
  return within(scene.markers, number.segment).flatMap(({ target }) => index.passage(target) ?? []);
}

function boardsNear(passage: CitablePassage, at: number, { names }: Evidence): Set<string> {
  const from = passage.text.lastIndexOf("\n", at) + 1;
  const to = passage.text.indexOf("\n", at);
  const line = passage.text.slice(from, to < 0 ? undefined : to);
  return new Set(names.find(fold(line)).flatMap(({ kind, ids }) => (kind === "board" ? ids : [])));
}

/** The cited passage that holds the number in its unit, in a line about a board the sentence names. */
function citedBy(
  number: PlacedNumber,
  subject: Subject,
  scene: Scene,
  evidence: Evidence,
): CitablePassage | undefined {
  return citedPassages(number, scene, evidence).find((passage) =>
    evidence.index.numbersOf(passage).some((one) => {
      if (one.unit !== number.unit || !one.readings.some(({ value }) => showsValue(number, value)))
        return false;
      const boards = boardsNear(passage, one.start, evidence);
      return (
        boards.size === 0 ||
        subject.boards.size === 0 ||
        [...boards].some((board) => subject.boards.has(board))
      );
    }),
  );
}

/** The fact that the words ask for, whatever number stands there. */
function wanted(number: PlacedNumber, subject: Subject, evidence: Evidence): BoundFact | undefined {
  const { context } = subject;
  if (context.quantities.size === 0) return undefined;
  const end = number.rangeEnd ?? [...context.ends][0];
  const about = factsOfUnit(number, evidence).filter(
    (fact) => context.quantities.has(fact.quantity) && isAbout(subject, fact, evidence),
  );
  return about.find((fact) => fact.end === end) ?? about.find((fact) => fact.end === undefined);
}

function reasonFor(number: PlacedNumber, subject: Subject, evidence: Evidence): string {
  const named = wanted(number, subject, evidence);
  const state = ({ label, entity, display }: BoundFact) => `${label} of ${entity} is ${display}`;
  if (named) return `${state(named)}.`;
  const same = factsOfUnit(number, evidence).find((fact) => showsFact(number, fact));
  if (same) return `${number.text.trim()} is something else: ${state(same)}.`;
  return `No tool result, cited passage or word of the user holds ${number.text.trim()}.`;
}

/** Numbers that claim nothing: a few things counted without a unit. */
const countedThings =
  /^[\s\u00a0-]*(?:concurrent |parallel |simultaneous |camera |prompt |output |input |\w+ )?(?:users?|streams?|cameras?|tokens?|bits?|images?|years?|layers?|heads?|gpus?|cores?|requests?|sequences?|sessions?|runs?|dollars|watts|percent|x\b)/i;

function isNoClaim(number: PlacedNumber, { folded }: Scene): boolean {
  if (number.unit !== "1" || number.isCode || number.isLiteral || number.isNegative || number.rangeEnd)
    return false;
  const [reading] = number.readings;
  if (!reading || reading.value > 10 || reading.step !== 1) return false;
  return (
    /^[\s\u00a0]+\p{L}/u.test(folded.slice(number.end, number.end + 3)) &&
    !countedThings.test(folded.slice(number.end, number.end + 40))
  );
}

function literalIsKnown(number: PlacedNumber, { question, index }: Evidence): boolean {
  const written = number.text.toLowerCase().replaceAll(" ", "");
  // "8B" names the size of a model; "8.03B" is a figure that somebody has to have written.
  return /^\d+b$/.test(written) || index.lines.includes(written) || question.toLowerCase().includes(written);
}

/** A number with what it is about, the facts of its value, and the one among them that the words allow for. */
export type MatchedNumber = {
  number: PlacedNumber;
  subject: Subject;
  shown: readonly BoundFact[];
  fact: BoundFact | undefined;
};

/** Matches a number with the facts. */
export function matchNumber(number: PlacedNumber, scene: Scene, evidence: Evidence): MatchedNumber {
  const subject = subjectOf(number, scene, evidence);
  const shown = factsOfUnit(number, evidence).filter(
    (fact) => showsFact(number, fact) && isNamed(number, fact, scene),
  );
  const fact = shown.find(
    (one) => isAbout(subject, one, evidence) && isOfQuantity(number, one, subject, scene, evidence),
  );
  return { number, subject, shown, fact };
}

/** Checks a matched number; `known` are the facts found in the text. Undefined where it claims nothing. */
export function checkNumber(
  { number, subject, shown, fact }: MatchedNumber,
  known: readonly Known[],
  lower: string,
  scene: Scene,
  evidence: Evidence,
): CheckedNumber | undefined {
  const { start, end } = number;
  const claim: MarkedClaim = { text: scene.text.slice(start, end), kind: "number", start, end };
  if (fact) return { mark: "verified", claim: { ...claim, fact: fact.id } };
  if (number.isLiteral && literalIsKnown(number, evidence)) return undefined;
  const contrary = wanted(number, subject, evidence);
  if (isGiven(number, subject, contrary, scene, evidence)) return { mark: "given", claim };
  const cited = citedBy(number, subject, scene, evidence);
  if (cited) return { mark: "verified", claim: { ...claim, citation: cited.id } };
  if (shown.length === 0 || number.unit === "%" || number.unit === "×") {
    const derived = derivedFrom(number, subject, contrary !== undefined, known, scene, evidence);
    if (derived) return { mark: "verified", claim: { ...claim, derivedFrom: derived } };
  }
  if (isInHardwareName(lower, number, evidence.index.lines)) return undefined;
  if (isKnownCount(number, scene, evidence) || isQuoted(lower, number, evidence.index.words))
    return { mark: "verified", claim };
  if (isNoClaim(number, scene)) return undefined;
  return { mark: "unverified", claim: { ...claim, reason: reasonFor(number, subject, evidence) } };
}
