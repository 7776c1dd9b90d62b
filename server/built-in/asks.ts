import { asksPrice } from "./asks-price.ts";
import { asksHeat, asksPower } from "./compose-power.ts";
import { asksCost } from "./plan-cost.ts";
import { asksMeasurements } from "./plan-measurements.ts";
import { asksHowManyStreams } from "./plan-streams.ts";
import { readClaim } from "./read-claim.ts";
import type { Reading } from "./reading.ts";

const fixes =
  /\b(?:what|how)\b[^?.]*\b(?:make|get|help|squeeze)\w*\s+(?:it|this|that|them|both|everything|all|[\w .:-]{2,40}?)\s+(?:to\s+)?(?:fit|run|work)\b|\bhow\s+to\s+make\b[^?.]*\bfit\b|\bwhat\s+(?:would|could|has\s+to|must|should)\s+(?:i\s+)?change\b|\bwhat\s+would\s+it\s+take\b/i;

const fit =
  /\bfits?\b|\b(?:can|could|does|do|will|would|is)\b[^?.]*\b(?:runs?|load|hold|host|serve|enough|possible|work)\b/i;

/** True where it is asked what would make a plan fit. */
export function asksFixes(question: string): boolean {
  return fixes.test(question);
}

/** True where a turn says itself what is asked of the models and boards, and does not only change one of them. */
export function asksSomething(question: string, reading: Reading): boolean {
  const wanted = [
    reading.board,
    reading.speed,
    reading.engine,
    reading.cheapest,
    reading.wantsContext,
    reading.wantsSettings,
    reading.wantsSystem,
    reading.rankBy !== undefined,
    reading.comparesBoards,
  ];
  const worded = [asksFixes, asksCost, asksPrice, asksHowManyStreams, asksMeasurements, asksPower, asksHeat];
  return (
    wanted.includes(true) ||
    worded.some((asks) => asks(question)) ||
    readClaim(question, question, reading.concurrency) !== undefined ||
    fit.test(question)
  );
}
