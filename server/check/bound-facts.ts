import type { Fact } from "../../tools/facts.ts";
import { fold } from "./fold.ts";
import type { Names } from "./names.ts";
import { findNumbers } from "./numbers.ts";
import { isPart, quantityOf } from "./quantities.ts";

/** A fact with what it is about: which amount of which boards and models. */
export type BoundFact = Fact & {
  quantity: string;
  end: "low" | "high" | undefined;
  boards: ReadonlySet<string>;
  models: ReadonlySet<string>;
  /** The power mode it holds in, where its entity names one, in lower case. */
  mode: string | undefined;
  /** What its display shows, which may be rounded once already; a literal is one such as "8.03B". */
  shown: { value: number; step: number; factor: number; isLiteral: boolean } | undefined;
  /** What kind of price it is, and of which day. */
  price: { kind: string; date: string } | undefined;
};

/** A fact whose number stands in the text, and where. */
export type Known = { start: number; fact: BoundFact };

type About = { boards: Set<string>; models: Set<string> };

function aboutText(text: string, names: Names): About {
  const about: About = { boards: new Set(), models: new Set() };
  for (const { kind, ids } of names.find(fold(text)))
    for (const id of ids) if (kind !== "other") about[kind === "board" ? "boards" : "models"].add(id);
  return about;
}

const modeAtEnd = / in (?<mode>[\w-]+)$/;
const priceWords = /\b(?<kind>kit|module|board)\b,? (?<date>\d{4}(?:-\d{2}(?:-\d{2})?)?)/;

function shownOf(display: string): BoundFact["shown"] {
  const [number] = findNumbers(fold(display));
  const [reading] = number?.readings ?? [];
  return number && reading && { ...reading, factor: number.factor, isLiteral: number.isLiteral === true };
}

/** Reads what each fact is about; the same entity is read once. */
export function bindFacts(facts: readonly Fact[], names: Names): BoundFact[] {
  const read = new Map<string, About>();
  const about = (text: string) => {
    const known = read.get(text) ?? aboutText(text, names);
    read.set(text, known);
    return known;
  };
  return facts.map((fact): BoundFact => {
    const { quantity, end } = quantityOf(fact);
    const { boards, models } = about(fact.entity);
    // A line of the ledger belongs to the workload in its label, not to all of the plan.
    const own = isPart(quantity) ? about(fact.label) : undefined;
    const mode = modeAtEnd.exec(fact.entity)?.groups?.mode?.toLowerCase();
    const price = priceWords.exec(`${fact.label} ${fact.display}`)?.groups;
    return {
      ...fact,
      quantity,
      end,
      boards,
      models: own && own.models.size > 0 ? own.models : models,
      mode: mode !== undefined && names.modes.has(mode) ? mode : undefined,
      shown: shownOf(fact.display),
      price: fact.unit === "USD" && price ? { kind: price.kind ?? "", date: price.date ?? "" } : undefined,
    };
  });
}
