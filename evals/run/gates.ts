import { AppError } from "../../knowledge/errors.ts";
import type { Rate } from "../report/rate.ts";
import { statisticsOf } from "../report/statistics.ts";
import type { Run } from "../trial.ts";

/** The least share that has to pass, 0 to 1, by scorer; `all` is passing every scorer. */
export type Gates = Readonly<Record<string, number>>;

/** A right answer passes everything, and so does a right run. */
export const strictGates: Gates = { all: 1 };

function parseGate(text: string): [string, number] {
  const { scorer, share } = /^(?<scorer>[a-z-]+)=(?<share>[01]|[01]?\.\d+)$/.exec(text.trim())?.groups ?? {};
  if (scorer !== undefined && Number(share) <= 1) return [scorer, Number(share)];
  throw new AppError(
    "invalid-input",
    `Cannot use the gate "${text}": wanted a scorer and a share from 0 to 1, such as verdict=0.95.`,
  );
}

/** Reads "verdict=1,numbers=0.95". */
export function parseGates(text: string): Gates {
  return Object.fromEntries(text.split(",").map(parseGate));
}

function missedGate(name: string, least: number, rate: Rate | undefined): string[] {
  // Nothing was judged by it, so nothing was kept; a name that is mistyped ends here too.
  if (rate === undefined) return [`${name}: it judged nothing`];
  if (rate.share >= least) return [];
  return [`${name}: ${rate.passed} of ${rate.scored} passed, wanted a share of ${least}`];
}

/** Why a run is not good enough, a line for each reason; empty where it is. */
export function missedBy(run: Run, { gates, maxErrors }: { gates: Gates; maxErrors: number }): string[] {
  const { trials, scored, passAtOne, scorers } = statisticsOf(run);
  if (scored === 0) return ["nothing was scored"];
  const errors = trials - scored;
  const tooMany =
    errors / trials > maxErrors
      ? [`errors: ${errors} of ${trials} trials, wanted a share of at most ${maxErrors}`]
      : [];
  const rates = new Map(scorers.map(({ scorer, rate }) => [scorer, rate]));
  const missed = Object.entries(gates).flatMap(([name, least]) =>
    missedGate(name, least, name === "all" ? passAtOne : rates.get(name)),
  );
  return [...tooMany, ...missed];
}
