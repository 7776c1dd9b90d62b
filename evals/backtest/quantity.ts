import type { Knowledge } from "../../knowledge/knowledge.ts";

/** One measured value and where it comes from. */
export type Case = {
  id: string;
  /** What may be left out together: the model and the source of the measurement. */
  model: string;
  source: string;
  /** The configuration in words. */
  label: string;
  measured: number;
  /** Half of the last printed digit: an error within it is none. */
  rounding?: number;
};

/** What the tools say of a case; `interval` names the assumption its width rests on. */
export type Estimated = {
  expected: number;
  low?: number | undefined;
  high?: number | undefined;
  ceiling?: number | undefined;
  interval?: string | null | undefined;
};

/** Errors that a quantity has to stay below on left-out cases, as shares. */
export type Bar = { medianError: number; p90Error?: number; p95Error?: number; everyError?: number };

/** A kind of number that the tools print and others measured. */
export type Quantity<Own extends Case = Case> = {
  id: string;
  title: string;
  unit: "tok/s" | "ms" | "B";
  bar: Bar | null;
  /** True where constants were fitted on such cases, so that only left-out ones prove anything. */
  fitted: boolean;
  cases(knowledge: Knowledge): Own[];
  /** The estimate of the tools with the knowledge given; null where they give none. */
  estimate(own: Own, knowledge: Knowledge): Promise<Estimated | null>;
  /** What others' formulas give, by name. */
  peers: Readonly<Record<string, (own: Own, knowledge: Knowledge) => number | null>>;
};

/** A quantity with its cases, so that lists of quantities need not know what each case carries. */
export type Prepared = {
  quantity: Omit<Quantity, "cases" | "estimate" | "peers">;
  tests: {
    own: Case;
    estimate(knowledge: Knowledge): Promise<Estimated | null>;
    peers: Readonly<Record<string, number | null>>;
  }[];
};

/** Draws up the cases of a quantity. */
export function prepare<Own extends Case>(
  { cases, estimate, peers, ...quantity }: Quantity<Own>,
  knowledge: Knowledge,
): Prepared {
  const tests = cases(knowledge).map((own) => ({
    own,
    estimate: (view: Knowledge) => estimate(own, view),
    peers: Object.fromEntries(
      Object.entries(peers).map(([name, formula]) => [name, formula(own, knowledge)]),
    ),
  }));
  return { quantity, tests };
}
