import type { BoundFact } from "./bound-facts.ts";
import type { QuantityContext } from "./context.ts";
import { entitiesOf } from "./entities.ts";
import type { Evidence } from "./evidence.ts";
import type { NumberToken } from "./numbers.ts";
import { allows, quantityContext } from "./quantity-context.ts";
import type { PlacedNumber, Scene } from "./scene.ts";

/** What a text says a number is about: which amount of which boards and models, and in which power mode. */
export type Subject = {
  context: QuantityContext;
  boards: ReadonlySet<string>;
  models: ReadonlySet<string>;
  mode: string | undefined;
};

const slack = 1e-9;

/** True when a value is shown by a number at the number's own precision. */
export function showsValue({ readings }: Pick<NumberToken, "readings">, value: number): boolean {
  const size = Math.abs(value);
  return readings.some((reading) => Math.abs(size - reading.value) <= reading.step / 2 + size * slack);
}

/** True when a number shows a fact: its value, or its display where that was not rounded more coarsely. */
export function showsFact(number: NumberToken, { value, shown, display, unit }: BoundFact): boolean {
  const isShare = number.unit === "%";
  if (isShare !== (unit === "1" && display.includes("%"))) return false;
  const isLiteral = number.isLiteral === true;
  // The digits of "3.09B" are billions of what the fact counts in ones.
  if (!isLiteral && showsValue(number, isShare ? value * 100 : value)) return true;
  if (shown === undefined || shown.factor !== number.factor || shown.isLiteral !== isLiteral) return false;
  return (
    number.readings.some(({ step }) => step >= shown.step * (1 - slack)) && showsValue(number, shown.value)
  );
}

/** Facts below zero need a minus or a word such as "short"; facts above may have neither. */
function agreesInSign({ isNegative }: NumberToken, { value }: BoundFact, { sign }: QuantityContext): boolean {
  if (value < 0) return isNegative || sign === "negative";
  return value === 0 || (!isNegative && sign !== "negative");
}

const modeWord = /(?:\bin|\bmode|\bMODE)[\s\u00a0_]+(?<mode>[A-Za-z0-9_]+)/g;

function modeOf(number: PlacedNumber, scene: Scene, modes: ReadonlySet<string>): string | undefined {
  for (const span of [number.segment, ...number.segment.labels]) {
    const words = scene.folded.slice(span.start, span.end);
    const named = [...words.matchAll(modeWord)]
      .map(({ groups, index }) => ({ mode: groups?.mode?.toLowerCase() ?? "", at: span.start + index }))
      .filter(({ mode }) => modes.has(mode));
    const found = named.findLast(({ at }) => at < number.start) ?? named[0];
    if (found) return found.mode;
  }
  return undefined;
}

/** What the text round a number says it is about. */
export function subjectOf(number: PlacedNumber, scene: Scene, { names, index }: Evidence): Subject {
  return {
    context: quantityContext(number, scene),
    boards: entitiesOf(number, "board", scene),
    models: entitiesOf(number, "model", scene),
    mode: index.hasModes ? modeOf(number, scene, names.modes) : undefined,
  };
}

function meets(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (one.size === 0 || other.size === 0) return true;
  for (const id of one) if (other.has(id)) return true;
  return false;
}

/** True when a fact is of a board, a model and a mode that the text names there, or the text names none. */
export function isAbout({ boards, models, mode }: Subject, fact: BoundFact, { names }: Evidence): boolean {
  const modules = (ids: ReadonlySet<string>) => new Set([...ids].map(names.moduleOf));
  const sameBoard = fact.quantity.startsWith("measured")
    ? meets(modules(boards), modules(fact.boards))
    : meets(boards, fact.boards);
  const sameMode = mode === undefined || fact.mode === undefined || fact.mode === mode;
  return sameBoard && sameMode && meets(models, fact.models);
}

/** Amounts a bare number cannot be: they have to be named. */
const named = new Set([
  "shipped",
  "ceiling",
  "prefill",
  "measured-prefill",
  "interactive-speed",
  "too-slow-speed",
  "claimed",
]);
const ofMeasurement =
  /measur|benchmark|\bruns?\b|record|publish|observ|reference|gemessen|messung|mesur|medi[dc]|实测|测得|基准|測定|実測|claim/i;

function speaksOfMeasuring(number: PlacedNumber, scene: Scene): boolean {
  const { segment } = number;
  return [segment, ...segment.labels, ...segment.parents].some(({ start, end }) =>
    ofMeasurement.test(scene.folded.slice(start, end)),
  );
}

/** A measured speed has to be called one where a computed one of the same board and model is at hand. */
function isCalledMeasured(number: PlacedNumber, fact: BoundFact, scene: Scene, { index }: Evidence): boolean {
  if (fact.quantity !== "measured" || speaksOfMeasuring(number, scene)) return true;
  const computed = index.byUnit.get("tok/s") ?? [];
  return !computed.some(
    ({ quantity, boards, models }) =>
      quantity === "decode" && meets(boards, fact.boards) && meets(models, fact.models),
  );
}

const priceKind = /\b(?:(module|bare module)|(kit|developer kit|dev kit)|(board))\b/gi;
const isoDate = /\b\d{4}-\d{2}(?:-\d{2})?\b/;

/** What stands behind a price in brackets: its kind and day. */
function priceRemark(
  number: PlacedNumber,
  { folded }: Scene,
): { kinds: string[]; date: string | undefined } | undefined {
  const behind = folded.slice(number.end, Math.min(number.segment.end, number.end + 40));
  const bracket = /^\s?\([^)]*\)/.exec(behind)?.[0];
  if (!bracket) return undefined;
  const kinds = [...bracket.matchAll(priceKind)].map(([, module, kit]) =>
    module ? "module" : kit ? "kit" : "board",
  );
  return { kinds, date: isoDate.exec(bracket)?.[0] };
}

/** Whether a price is told by its kind and day, or is a factor of a bill, and so needs no word for it. */
function priceAgreement(
  number: PlacedNumber,
  { price }: BoundFact,
  scene: Scene,
): "told" | "open" | "contrary" {
  if (!price) return "open";
  const remark = priceRemark(number, scene);
  if (!remark)
    return /×\s?$/.test(scene.folded.slice(Math.max(0, number.start - 3), number.start)) ? "told" : "open";
  const { kinds, date } = remark;
  const isSame =
    (kinds.length === 0 || kinds.includes(price.kind)) && (date === undefined || price.date === date);
  if (!isSame) return "contrary";
  return kinds.length > 0 && date !== undefined ? "told" : "open";
}

/** The speed as shipped may be told by the mode it holds in: "in 15W it runs at 3.7 tok/s". */
function isInShippedMode(
  { segment }: PlacedNumber,
  { quantity, label }: BoundFact,
  { folded }: Scene,
): boolean {
  const mode = /as shipped in (\S+?)(?:,|$)/.exec(label)?.[1];
  if (quantity !== "shipped" || mode === undefined) return false;
  return folded.slice(segment.start, segment.end).includes(mode);
}

/** True when the words beside a number allow for the amount a fact states. */
export function isOfQuantity(
  number: PlacedNumber,
  fact: BoundFact,
  subject: Subject,
  scene: Scene,
  evidence: Evidence,
): boolean {
  const { context } = subject;
  const price = priceAgreement(number, fact, scene);
  if (price !== "open") return price === "told";
  if (!agreesInSign(number, fact, context)) return false;
  if (!allows(context, fact.quantity) && !isInShippedMode(number, fact, scene)) return false;
  const isUnnamed = context.quantities.size === 0 && named.has(fact.quantity);
  if (isUnnamed && !isInShippedMode(number, fact, scene)) return false;
  if (fact.end !== undefined && !context.ends.has(fact.end)) return false;
  if (fact.end === undefined && number.rangeEnd && endsAnInterval(number, fact, subject, evidence))
    return false;
  if (fact.end === undefined && !number.rangeEnd && isCalledEnd(fact, subject, evidence)) return false;
  return isCalledMeasured(number, fact, scene, evidence);
}

/** True when the words call the number an end of an interval that the tools know: then the middle is not it. */
function isCalledEnd(fact: BoundFact, subject: Subject, evidence: Evidence): boolean {
  const { ends } = subject.context;
  if (ends.size === 0) return false;
  return (evidence.index.byUnit.get(fact.unit) ?? []).some(
    ({ end, quantity, ...own }) =>
      end !== undefined && ends.has(end) && quantity === fact.quantity && own.entity === fact.entity,
  );
}

/** True when the other number of a range is an end of this fact's interval: then so must this one be. */
function endsAnInterval(
  number: PlacedNumber,
  fact: BoundFact,
  subject: Subject,
  evidence: Evidence,
): boolean {
  const partner = number.rangeEnd === "low" ? number.next : number.previous;
  if (!partner) return false;
  const ends = (evidence.index.byUnit.get(fact.unit) ?? []).filter(({ end }) => end === partner.rangeEnd);
  return ends.some((end) => showsFact(partner, end) && isAbout(subject, end, evidence));
}
