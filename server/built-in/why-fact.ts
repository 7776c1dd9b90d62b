import type { Fact } from "../../tools/facts.ts";
import type { Figure } from "./figure.ts";
import type { Plan } from "./plan.ts";
import type { Why } from "./read-why.ts";
import { type Outcome, sortResults } from "./results.ts";
import { contentWords } from "./word-stems.ts";

/** A fact with the call that gave it; the number of the call is part of its id in an answer. */
export type Located = { fact: Fact; outcome: Extract<Outcome, { output: unknown }>; call: number };

/** Other words for what labels say. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/\b(?:slow|fast|speed|pace|tok(?:en)?s?)\b/i, "decode speed of one stream"],
  [/\b(?:os|desktop|linux|jetpack|system)\b/i, "operating system"],
  [/\b(?:costs?|expensive|price)\b/i, "price total"],
  [/\b(?:power|watts?|draws?)\b/i, "draw power"],
  [/\b(?:free|left|spare)\b/i, "headroom"],
  [/\b(?:needs?|needed|takes?|total|in all)\b/i, "memory needed in all"],
  [/\b(?:ttft|wait)\b/i, "time first token"],
  [/\b(?:limit|most|maximum|at most)\b/i, "ceiling"],
];

/** Every fact of a turn with its call. */
export function locate(outcomes: readonly Outcome[]): Located[] {
  const answered = outcomes.filter((outcome) => "output" in outcome);
  return answered.flatMap((outcome, index) =>
    outcome.output.facts.map((fact) => ({ fact, outcome, call: index + 1 })),
  );
}

/** How many words of the question the label has. */
function likeness(words: string, { label }: Fact): number {
  const more = synonyms.flatMap(([pattern, meaning]) => (pattern.test(words) ? [meaning] : []));
  const wanted = contentWords([words, ...more].join(" "));
  const own = contentWords(label);
  const shared = own.filter((word) => wanted.includes(word)).length;
  return own.length === 0 ? 0 : shared + shared / own.length;
}

/** Somebody who writes fewer digits than the answer means the same number. */
function isMeant({ value, slack, unit }: Figure, fact: Fact): boolean {
  if (unit === undefined) {
    const shown = Number(/-?[\d,]+(?:\.\d+)?/.exec(fact.display)?.[0]?.replaceAll(",", ""));
    return Math.abs(Math.abs(shown) - value) <= Math.max(slack, value * 0.005);
  }
  const away = Math.abs(Math.abs(fact.value) - value);
  return fact.unit === unit && away <= Math.max(slack * (1 + 1e-9), value * 0.005);
}

function best(candidates: readonly Located[], words: string): Located | undefined {
  return [...candidates].sort((a, b) => likeness(words, b.fact) - likeness(words, a.fact))[0];
}

function nearest({ value, unit }: Figure, all: readonly Located[]): Located | undefined {
  const away = ({ fact }: Located) => Math.abs(Math.log(Math.abs(fact.value) / value));
  return all
    .filter(({ fact }) => fact.value !== 0 && (unit === undefined || fact.unit === unit))
    .sort((a, b) => away(a) - away(b))[0];
}

const withId = (all: readonly Located[], outcomes: readonly unknown[], ...ids: readonly string[]) =>
  all.find(({ fact, outcome }) => ids.includes(fact.id) && outcomes.includes(outcome.output));

/** The number that decided the last answer: of what was asked, the first there is. */
function deciding({ reading }: Plan, outcomes: readonly Outcome[], all: readonly Located[]) {
  const { claims, costs, speeds, fits, comparisons, systemPlans, findings, lookUps } = sortResults(outcomes);
  const failing = fits.filter(({ verdict }) => verdict !== "fits");
  const fit = () => withId(all, failing.length > 0 ? failing : fits, "headroom");
  const speed = () => withId(all, speeds, "decode");
  const ofPlans = reading.speed ? [speed, fit] : [fit, speed];
  const tried = [
    () => withId(all, claims, "ceiling", "on-record", "newest-price"),
    () => withId(all, costs, "total"),
    () => withId(all, [...comparisons, ...systemPlans], "headroom-1"),
    ...ofPlans,
    () => all.find(({ outcome }) => findings.some((found) => found === outcome.output)),
    () => all.find(({ outcome }) => lookUps.some((found) => found === outcome.output)),
  ];
  for (const find of tried) {
    const found = find();
    if (found) return found;
  }
  return undefined;
}

/** The fact that a question of "why" is about; `missed` where the number it names is none of them. */
export function chooseFact(
  plan: Plan,
  why: Why,
  outcomes: readonly Outcome[],
): { found: Located | undefined; missed: boolean; alike: Located[] } {
  const all = locate(outcomes);
  const { figure, words, fact: id, verdict } = why;
  const given = id === undefined ? undefined : all.find(({ fact, call }) => `${call}.${fact.id}` === id);
  if (given) return { found: given, missed: false, alike: [] };
  if (figure) {
    const meant = all.filter(({ fact }) => isMeant(figure, fact));
    const found = best(meant, words);
    if (found) return { found, missed: false, alike: meant.filter((other) => other !== found) };
    const labelled = best(all, words);
    const isNamed = labelled !== undefined && likeness(words, labelled.fact) >= 2;
    return { found: isNamed ? labelled : nearest(figure, all), missed: true, alike: [] };
  }
  const named = verdict ? undefined : best(all, words);
  const isNamed = named !== undefined && likeness(words, named.fact) > 1;
  return { found: isNamed ? named : deciding(plan, outcomes, all), missed: false, alike: [] };
}
