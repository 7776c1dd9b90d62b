import type { Entry } from "../../knowledge/load.ts";
import type { Circumstance, Symptom, Trouble } from "../../knowledge/trouble-schema.ts";

/** What is known of a case; what is not known rules nothing out. */
export type TroubleCase = {
  symptoms: readonly Symptom[];
  circumstances: readonly Circumstance[];
  runtime?: string | undefined;
  boardClass?: string | undefined;
  computeCapability?: number | undefined;
  linuxMajor?: number | undefined;
  refusesBigAllocations?: boolean | undefined;
};

/** How much a sign counts: what was said of the case counts more than what its board has in common with many. */
const weights = {
  symptom: 2,
  circumstance: 2,
  runtime: 3,
  board: 1,
  release: 2,
  open: -1,
  openRuntime: -2,
} as const;
/** A cause that has less than a symptom in its favour is only told where there is no better one. */
const leastLikely = weights.symptom;

function shared<T>(some: readonly T[], others: readonly T[]): number {
  return some.filter((one) => others.includes(one)).length;
}

/** What a condition adds: its weight where it holds, a little less than nothing where it is open, and undefined where it fails. */
function weigh<T>(
  wanted: readonly T[] | undefined,
  known: T | undefined,
  weight: number,
  open: number = weights.open,
): number | undefined {
  if (wanted === undefined) return 0;
  if (known === undefined) return open;
  return wanted.includes(known) ? weight : undefined;
}

/** How likely a cause is for a case; undefined where the case rules it out. */
function likelihood({ symptoms, when, likelier }: Trouble, seen: TroubleCase): number | undefined {
  const explained = shared(symptoms, seen.symptoms);
  const mentioned = when.mentions && shared(when.mentions, seen.circumstances);
  if (explained === 0 || mentioned === 0) return undefined;
  const refuses = when.refusesBigAllocations === undefined ? undefined : [when.refusesBigAllocations];
  const conditions = [
    weigh(when.runtimes, seen.runtime, weights.runtime, weights.openRuntime),
    weigh(when.classes, seen.boardClass, weights.board),
    weigh(when.computeCapabilities, seen.computeCapability, weights.board),
    weigh(when.linuxMajors, seen.linuxMajor, weights.release, 0),
    weigh(refuses, seen.refusesBigAllocations, weights.release, 0),
  ];
  let sum = weights.symptom * explained + weights.circumstance * (mentioned ?? 0);
  for (const condition of conditions) {
    if (condition === undefined) return undefined;
    sum += condition;
  }
  return sum + weights.circumstance * shared(likelier, seen.circumstances);
}

/** The causes that a case leaves open, the likeliest first; of equals, and of one topic, the first in the table. */
export function rankCauses(troubles: readonly Entry<Trouble>[], seen: TroubleCase): Entry<Trouble>[] {
  const open = troubles.flatMap((entry) => {
    const score = likelihood(entry.value, seen);
    return score === undefined ? [] : [{ entry, score }];
  });
  const best = Math.max(...open.map(({ score }) => score));
  const likely = open.filter(({ score }) => score >= Math.min(best, leastLikely));
  const ranked = likely.sort((a, b) => b.score - a.score).map(({ entry }) => entry);
  const told = new Set<string>();
  return ranked.filter(({ value: { topic } }) => {
    if (topic === undefined) return true;
    if (told.has(topic)) return false;
    told.add(topic);
    return true;
  });
}
