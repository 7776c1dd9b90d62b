import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Plan } from "../built-in/plan.ts";
import { type Outcome, type Results, sortResults } from "../built-in/results.ts";
import type { FollowUp } from "./follow-up.ts";
import { afterComparison, afterDecision, afterPlans } from "./follow-ups-choice.ts";
import { afterFits } from "./follow-ups-fit.ts";
import {
  afterClaim,
  afterCost,
  afterLookUp,
  afterMeasurements,
  afterSpeed,
  afterStreams,
  afterTrouble,
} from "./follow-ups-record.ts";

/** More would have to be read before one is chosen. */
const most = 5;

type Asked = Pick<Plan, "question" | "reading">;

/** What was asked for comes first: a ranking before its rows, the advice of a board before boards that were tried. */
function suggestions(results: Results, { reading }: Asked, knowledge: Knowledge): FollowUp[] {
  const { fits, speeds, costs, decisions, lookUps, comparisons, systemPlans } = results;
  const { claims, findings, troubles, streams } = results;
  const isChoice = reading.board || fits.length === 0;
  return [
    ...comparisons.flatMap((each) => afterComparison(each, knowledge)),
    ...systemPlans.flatMap((each) => afterPlans(each, knowledge)),
    ...costs.flatMap((each) => afterCost(each, knowledge)),
    ...claims.flatMap((each) => afterClaim(each, knowledge)),
    ...findings.flatMap((each) => afterMeasurements(each, knowledge)),
    ...(fits.length === 0 ? streams.slice(0, 1).flatMap((each) => afterStreams(each, knowledge)) : []),
    ...(isChoice ? decisions.flatMap((each) => afterDecision(each, fits, knowledge)) : []),
    ...afterFits(fits, { fit: reading.fit, speed: reading.speed || speeds.length > 0 }, knowledge),
    ...(fits.length === 0 ? speeds.flatMap((each) => afterSpeed(each, knowledge)) : []),
    ...troubles.flatMap((each) => afterTrouble(each, knowledge)),
    ...lookUps.flatMap((each) => afterLookUp(each, knowledge)),
  ];
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();

/**
 * What to ask next, from the results of an answer and never from its words: at most five, the most useful first, each
 * understood without what was said before, and none of them what was just asked.
 */
export function followUpsOf(asked: Asked, outcomes: readonly Outcome[], knowledge: Knowledge): FollowUp[] {
  const seen = new Set([plain(asked.question)]);
  const chosen: FollowUp[] = [];
  for (const each of suggestions(sortResults(outcomes), asked, knowledge)) {
    const keys = [plain(each.question), plain(each.label)];
    if (keys.some((key) => seen.has(key))) continue;
    for (const key of keys) seen.add(key);
    chosen.push(each);
  }
  return chosen.slice(0, most);
}
