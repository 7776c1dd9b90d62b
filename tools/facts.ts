import type { Knowledge } from "../knowledge/knowledge.ts";
import {
  formatBandwidth,
  formatBytes,
  formatDollars,
  formatDuration,
  formatEnergy,
  formatSpeed,
} from "../knowledge/units.ts";

/** Base units of a fact's value. */
export type FactUnit = "B" | "B/s" | "tok/s" | "ms" | "W" | "USD" | "Wh" | "J" | "tok/s/W" | "1";

/** How a fact is known: computed from others, said by a source, or given by the user. */
export type Basis =
  | { kind: "computed"; formula: string; inputs: string[] }
  | { kind: "cited"; source: string; passage?: string }
  | { kind: "given" };

/** A number an answer may use: value in the base unit, `display` as people write it. */
export type Fact = {
  id: string;
  label: string;
  entity: string;
  value: number;
  unit: FactUnit;
  display: string;
  basis: Basis;
};

/** A source a result rests on. */
export type SourceReference = { id: string; title: string; date: string | null };

const formats: Record<FactUnit, (value: number) => string> = {
  B: formatBytes,
  "B/s": formatBandwidth,
  "tok/s": formatSpeed,
  ms: formatDuration,
  W: (value) => `${Number(value.toFixed(1))} W`,
  USD: formatDollars,
  Wh: formatEnergy,
  J: (value) => `${Number(value.toPrecision(2))} J`,
  "tok/s/W": (value) => `${Number(value.toPrecision(2))} tok/s/W`,
  "1": (value) => `${Number(value.toFixed(2))}`,
};

type Quantity = { label: string; value: number; unit: FactUnit; display?: string };

/** Collects the facts and sources of one tool result; every fact is about `entity`. */
export type FactBook = {
  facts: Fact[];
  computed(id: string, quantity: Quantity, formula: string, inputs: string[]): void;
  cited(id: string, quantity: Quantity, source: string, entity?: string): void;
  given(id: string, quantity: Quantity): void;
  cite(sources: readonly string[] | undefined): void;
  sources(): SourceReference[];
};

/** Starts the book of one result. */
export function createFactBook(entity: string, knowledge: Pick<Knowledge, "source">): FactBook {
  const facts: Fact[] = [];
  const cited = new Set<string>();
  const add = (id: string, { label, value, unit, display }: Quantity, basis: Basis, about = entity) =>
    facts.push({ id, label, entity: about, value, unit, display: display ?? formats[unit](value), basis });
  return {
    facts,
    computed: (id, quantity, formula, inputs) => add(id, quantity, { kind: "computed", formula, inputs }),
    cited(id, quantity, source, about) {
      cited.add(source);
      add(id, quantity, { kind: "cited", source }, about);
    },
    given: (id, quantity) => add(id, quantity, { kind: "given" }),
    cite(sources = []) {
      for (const source of sources) cited.add(source);
    },
    sources: () =>
      [...cited].sort().map((id) => {
        const { title, date } = knowledge.source(id);
        return { id, title, date: date ?? null };
      }),
  };
}
