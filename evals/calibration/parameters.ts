import type { Assumption } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Run } from "../runs.ts";
import type { FitLeastAbsolute, Observation } from "./least-absolute.ts";

/** A constant to fit: the least it may be, what it means, and the assumption that stands in where no run tells. */
export type Parameter = { least: number; meaning: string; otherwise?: string };
export type Parameters = Readonly<Record<string, Parameter>>;

/** A measured run with what its value is made of. */
export type ObservedRun = { run: Run; observation: Observation };

/** How much of each cost is in a time that is linear in its costs: what one unit of it takes, by its assumption. */
export function unitAmounts<Costs extends Readonly<Record<string, number>>>(
  none: Costs,
  assumptions: Readonly<Record<keyof Costs & string, string | null>>,
  timeOf: (costs: Costs) => number,
): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const [name, id] of Object.entries<string | null>(assumptions)) {
    const time = timeOf({ ...none, [name]: 1 });
    if (id !== null && time > 0) amounts.set(id, (amounts.get(id) ?? 0) + time);
  }
  return amounts;
}

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
