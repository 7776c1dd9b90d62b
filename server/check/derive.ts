import type { BoundFact, Known } from "./bound-facts.ts";
import type { Evidence } from "./evidence.ts";
import { isAbout, type Subject, showsValue } from "./match-fact.ts";
import type { PlacedNumber, Scene } from "./scene.ts";

const sumWords =
  /\b(?:together|total|sum|combined|plus|in all|both|adds? up)\b|\+|zusammen|insgesamt|ensemble|juntos|合计|一共|合計/i;
const differenceWords =
  /\b(?:more|less|fewer|difference|differs?|gap|saves?|saving|faster|slower|cheaper|dearer|extra|additional|beyond|minus|over|lower|higher)\b|mehr|weniger|de plus|de moins|más|menos|多|少|差/i;
const differs =
  /\b(?:more|less|fewer|faster|slower|cheaper|dearer|lower|higher|above|below|over|longer|shorter)\b|mehr|weniger|schneller|langsamer|plus|moins|más|menos/i;

/** The place in a list, sorted by where its items stand, of the first that stands at or behind a place of the text. */
function firstAt(known: readonly Known[], place: number): number {
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Facts whose numbers stand in the same sentence or the one before. */
function operands(number: PlacedNumber, known: readonly Known[]): BoundFact[] {
  const { segment } = number;
  const before = segment.parents.filter(({ start }) => start >= segment.line.start)[0];
  const from = before && before.start < segment.start ? before.start : segment.start;
  const near = new Map<string, BoundFact>();
  for (let at = firstAt(known, from); at < known.length && near.size < 8; at++) {
    const one = known[at];
    if (!one || one.start >= segment.end) break;
    near.set(one.fact.id, one.fact);
  }
  return [...near.values()];
}

function pairsOf(facts: readonly BoundFact[]): [BoundFact, BoundFact][] {
  return facts.flatMap((one) =>
    facts
      .filter((other) => other !== one && other.unit === one.unit)
      .map((other): [BoundFact, BoundFact] => [one, other]),
  );
}

/** Ids of the two facts that a number is the quotient or percentage of. */
function ofQuotient(
  number: PlacedNumber,
  pairs: readonly [BoundFact, BoundFact][],
  words: string,
): string[] | undefined {
  const isShare = number.unit === "%";
  const isChange = isShare && differs.test(words);
  const found = pairs.find(([one, other]) => {
    if (other.value === 0) return false;
    const ratio = Math.abs(one.value / other.value);
    return isChange
      ? showsValue(number, 100 * Math.abs(ratio - 1))
      : showsValue(number, isShare ? 100 * ratio : ratio);
  });
  return found?.map(({ id }) => id);
}

/** Ids of the two facts that a number is the sum or difference of. */
function ofSum(
  number: PlacedNumber,
  pairs: readonly [BoundFact, BoundFact][],
  words: string,
): string[] | undefined {
  const isSum = sumWords.test(words);
  const isDifference = differenceWords.test(words);
  const found = pairs.find(([one, other]) => {
    if (one.unit !== number.unit) return false;
    const sum = one.value + other.value;
    const difference = one.value - other.value;
    return (
      (isSum && showsValue(number, sum)) || (isDifference && difference > 0 && showsValue(number, difference))
    );
  });
  return found?.map(({ id }) => id);
}

/**
 * The facts that a number is a sum, difference, quotient or percentage of: only of facts whose numbers stand in the
 * same sentence or the one before, or that belong together, so that a coincidence verifies nothing; and no sum where
 * the words name an amount that the tools know (`isTold`).
 */
export function derivedFrom(
  number: PlacedNumber,
  subject: Subject,
  isTold: boolean,
  known: readonly Known[],
  scene: Scene,
  evidence: Evidence,
): string[] | undefined {
  const { segment, unit, isNegative } = number;
  if (isNegative || segment.kind === "code") return undefined;
  const facts = operands(number, known);
  const words = scene.folded.slice(segment.start, segment.end);
  if (unit === "%" || unit === "×")
    return ofQuotient(
      number,
      [...pairsOf(facts), ...evidence.index.pairs.filter(([one]) => isAbout(subject, one, evidence))],
      words,
    );
  if (unit === "1" || isTold || !subject.context.isLoose) return undefined;
  return ofSum(number, pairsOf(facts), words);
}
