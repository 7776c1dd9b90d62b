import type { Assumption } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Run } from "../runs.ts";
import type { FitLeastAbsolute, Observation } from "./least-absolute.ts";

/** A constant to fit: the least it may be, what it means, and the assumption that stands in where no run tells. */
export type Parameter = { least: number; meaning: string; otherwise?: string };
export type Parameters = Readonly<Record<string, Parameter>>;

/** A measured run with what its value is made of. */
export type ObservedRun = { run: Run; observation: Observation };

/** From this many runs on a constant is worth some trust. */
const trustedRuns = 10;

/** Takes out of a measured value what is not fitted; a tenth is left where that is more than all of it. */
function withoutGiven(
  { amounts, measured }: Observation,
  parameters: Parameters,
  knowledge: Knowledge,
): Observation {
  const isFitted = ([id]: [string, number]) => Object.hasOwn(parameters, id);
  const given = [...amounts].filter((entry) => !isFitted(entry));
  const known = given.reduce((sum, [id, amount]) => sum + amount * knowledge.assumption(id).value, 0);
  return {
    amounts: new Map([...amounts].filter(isFitted)),
    measured: Math.max(measured - known, measured / 10),
  };
}

/** Fits parameters to the runs that contain any of them. */
export function fitParameters(
  runs: readonly ObservedRun[],
  parameters: Parameters,
  knowledge: Knowledge,
  solve: FitLeastAbsolute,
): Record<string, Assumption> {
  const taught = runs.filter(({ observation }) =>
    [...observation.amounts.keys()].some((id) => Object.hasOwn(parameters, id)),
  );
  const least = Object.fromEntries(
    Object.entries(parameters).map(([id, parameter]) => [id, parameter.least]),
  );
  const values = solve(
    taught.map(({ observation }) => withoutGiven(observation, parameters, knowledge)),
    least,
  );
  return Object.fromEntries(
    Object.entries(parameters).map(([id, parameter]) => {
      const fittedOn = taught
        .filter(({ observation }) => observation.amounts.has(id))
        .map(({ run }) => run.row.id);
      return [
        id,
        fittedAssumption(values[id] ?? 0, parameter.meaning, fittedOn) ?? standIn(parameter, knowledge),
      ];
    }),
  );
}

/** What is taken where no run tells: never what other runs once gave. */
export function standIn({ least, meaning, otherwise }: Parameter, knowledge: Knowledge): Assumption {
  const value = otherwise === undefined ? least : knowledge.assumption(otherwise).value;
  return { value, meaning, source: ["own-estimate"], confidence: "low" };
}

/** The time that fitted constants, and where there is none those on record, give a run. */
function predicted(
  { observation }: ObservedRun,
  fitted: Readonly<Record<string, number>>,
  knowledge: Knowledge,
): number {
  const value = (id: string) => fitted[id] ?? knowledge.assumption(id).value;
  return [...observation.amounts].reduce((sum, [id, amount]) => sum + amount * value(id), 0);
}

/** How far off each run is, as a ratio from 1 on, when its model taught nothing. */
export function leftOutRatios(
  runs: readonly ObservedRun[],
  parameters: Parameters,
  knowledge: Knowledge,
  solve: FitLeastAbsolute,
): number[] {
  const byModel = Map.groupBy(runs, ({ run }) => run.row.model);
  return [...byModel].flatMap(([model, own]) => {
    const others = runs.filter(({ run }) => run.row.model !== model);
    const fitted = fitParameters(others, parameters, knowledge, solve);
    const values = Object.fromEntries(Object.entries(fitted).map(([id, { value }]) => [id, value]));
    return own.map((each) => {
      const ratio = predicted(each, values, knowledge) / each.observation.measured;
      return Math.max(ratio, 1 / ratio);
    });
  });
}

/** Share of left-out runs that an interval is to hold. */
const held = 0.9;

/** Half-width of an interval that holds that share of left-out runs, with the margin that few runs ask for. */
export function conformalInterval(ratios: readonly number[], meaning: string): Assumption {
  const sorted = [...ratios].sort((a, b) => a - b);
  const rank = Math.min(sorted.length, Math.ceil(held * (sorted.length + 1)));
  return {
    value: Number(((sorted[rank - 1] ?? 2) - 1).toPrecision(3)),
    meaning,
    source: ["own-fit"],
    confidence: sorted.length >= trustedRuns ? "medium" : "low",
    ...(sorted.length > 0 && { sampleSize: sorted.length }),
  };
}

/** A constant with the runs it was fitted on; undefined without any. */
export function fittedAssumption(value: number, meaning: string, fittedOn: string[]): Assumption | undefined {
  if (fittedOn.length === 0) return undefined;
  return {
    value: Number(value.toPrecision(4)),
    meaning,
    source: ["own-fit"],
    confidence: fittedOn.length >= trustedRuns ? "medium" : "low",
    sampleSize: fittedOn.length,
    fittedOn,
  };
}
