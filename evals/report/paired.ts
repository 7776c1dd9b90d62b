import { reasonsOf } from "./failures.ts";
import type { CaseResult, ScoredTrial } from "./outcome.ts";

/** Trials of one case, judged. */
export type Tally = { passed: number; scored: number };

/** One case before and after, as one scorer judged it. */
export type Pair = { case: string; before: Tally; after: Tally; reasons: string[] };

type Judge = (trial: ScoredTrial) => boolean | undefined;

const share = ({ passed, scored }: Tally) => passed / scored;

/** How much larger the share of passed trials is: above zero where the case did better. */
export function changeOf({ before, after }: Pair): number {
  return share(after) - share(before);
}

function tallyOf({ scored }: CaseResult, judge: Judge): Tally | undefined {
  const judged = scored.map(judge).filter((passed) => passed !== undefined);
  if (judged.length === 0) return undefined;
  return { passed: judged.filter((passed) => passed).length, scored: judged.length };
}

/** The first reasons why trials did not pass, by the scorer that is asked about; all scorers where none is named. */
function reasonsFor({ trials }: CaseResult, scorer: string | undefined): string[] {
  const reasons = [...new Set(trials.flatMap(reasonsOf))];
  return scorer === undefined
    ? reasons
    : reasons.filter((reason) => reason === scorer || reason.startsWith(`${scorer}: `));
}

/** Cases that a judgement was made of both before and after; the reasons are those of the side that did worse. */
export function pairUp(
  before: ReadonlyMap<string, CaseResult>,
  after: ReadonlyMap<string, CaseResult>,
  judge: Judge,
  scorer?: string,
): Pair[] {
  return [...before.values()].flatMap((earlier) => {
    const later = after.get(earlier.id);
    const first = tallyOf(earlier, judge);
    const second = later && tallyOf(later, judge);
    if (!(later && first && second)) return [];
    const worse = share(second) < share(first) ? later : earlier;
    return [{ case: earlier.id, before: first, after: second, reasons: reasonsFor(worse, scorer) }];
  });
}
