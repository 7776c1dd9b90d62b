import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Board } from "../placement/board.ts";
import { type Blocker, findBlockers } from "../placement/compatibility.ts";
import type { Placed } from "../placement/workload.ts";
import { evaluateConfiguration } from "./configuration.ts";
import { type Entry, judge, type Terms } from "./entry.ts";
import { combinations } from "./options.ts";
import { type RankBy, rankingOrder } from "./ranking.ts";
import { missWords } from "./requirements.ts";

/** Why configurations are out: a code, how many, and one of them in words. */
export type Refusal = { reason: string; count: number; example: string };

/** The best configurations that meet what is wanted, and what became of the others. */
export type Search = {
  best: Entry[];
  /** How many meet what is wanted. */
  feasible: number;
  /** The best of those that can be combined but miss something. */
  nearest: Entry | null;
  refusals: Refusal[];
};

type Tally = { add(reason: string, example: () => string): void; refusals(): Refusal[] };

function createTally(): Tally {
  const counts = new Map<string, Refusal>();
  return {
    add(reason, example) {
      const known = counts.get(reason);
      if (known) known.count += 1;
      else counts.set(reason, { reason, count: 1, example: example() });
    },
    refusals: () => [...counts.values()].sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
  };
}

/** Puts an entry in its place among the best so far; of hundred thousands only those to be shown are kept. */
function keepBest(best: Entry[], entry: Entry, order: (a: Entry, b: Entry) => number, limit: number): void {
  const last = best.at(-1);
  if (best.length === limit && last && order(last, entry) <= 0) return;
  const after = best.findIndex((other) => order(entry, other) < 0);
  best.splice(after < 0 ? best.length : after, 0, entry);
  if (best.length > limit) best.pop();
}

/** What forbids each option on a board, found once and not for every combination it is part of. */
function refusedOn(board: Board, options: readonly (readonly Placed[])[]): Map<Placed, Blocker> {
  const found = new Map<Placed, Blocker>();
  for (const placed of options.flat()) {
    const [blocker] = findBlockers(board, placed);
    if (blocker) found.set(placed, blocker);
  }
  return found;
}

/** Tries every combination of options on every board; what cannot be combined is counted and not evaluated. */
export function searchPlans(
  boards: readonly Board[],
  options: readonly (readonly Placed[])[],
  terms: Terms,
  { rankBy, limit }: { rankBy: RankBy; limit: number },
  knowledge: Knowledge,
): Search {
  const order = rankingOrder(rankBy);
  const tally = createTally();
  const best: Entry[] = [];
  let feasible = 0;
  let nearest: Entry | null = null;
  let index = 0;
  for (const board of boards) {
    const refused = refusedOn(board, options);
    for (const workloads of combinations(options)) {
      const blocker = refused.size > 0 && workloads.map((placed) => refused.get(placed)).find(Boolean);
      if (blocker) {
        tally.add(blocker.code, () => blocker.message);
        continue;
      }
      const configuration = evaluateConfiguration(board, workloads, terms.setting, knowledge);
      const entry = judge(configuration, terms, index++, knowledge);
      const [missed] = entry.missed;
      if (!missed) {
        feasible += 1;
        keepBest(best, entry, order, limit);
      } else {
        tally.add(missed, () => `${board.name}: ${missWords(missed, entry.figures, terms.wanted)}`);
        if (!nearest || order(entry, nearest) < 0) nearest = entry;
      }
    }
  }
  return { best, feasible, nearest, refusals: tally.refusals() };
}
