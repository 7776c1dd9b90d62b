import type { Knowledge } from "../../knowledge/knowledge.ts";
import { calledIn } from "../../tools/placement/called-in.ts";
import { asksFixes } from "./asks.ts";
import { unique } from "./block.ts";
import { costHeadline } from "./compose-cost.ts";
import { decisionHeadline, type NameOf } from "./compose-decision.ts";
import { cacheClause, fitHeadline, fixHeadline } from "./compose-fit.ts";
import { powerClause } from "./compose-power.ts";
import { firstTokenClause, paceClause, weighedClause } from "./compose-speed.ts";
import { userHeadlines } from "./compose-users.ts";
import { whatRunsHeadlines } from "./compose-what-runs.ts";
import type { Plan } from "./plan.ts";
import { asksUsers } from "./plan-users.ts";
import { asksWhatRuns } from "./plan-what-runs.ts";
import type { Results } from "./results.ts";
import { haveSameWorkloads } from "./told-apart.ts";

/** Names of runtimes by their id. */
export function runtimeNames(knowledge: Knowledge): NameOf {
  return (id) => calledIn(knowledge.runtimes, id);
}

/** A verdict that leaves out what is not on record is none on the question. */
function partHeadline(fits: Results["fits"]): string {
  return fitHeadline(fits).replace(/^\*\*(?:Yes, it|No, it|No, this|It)\b/, "**What is on record");
}

/** Beside a number of cameras the verdict has to say that it is of memory alone. */
function memoryHeadline(fits: Results["fits"]): string {
  return fitHeadline(fits).replace(/\.\*\*$/, " in memory.**");
}

/** Verdict and pace in the order in which they were asked; what would make it fit before both, where that was asked. */
function verdictLine(
  { question, reading, software }: Plan,
  { fits, speeds, streams }: Results,
  leads: boolean,
): string {
  const isLadder = fits.length > 1 && !haveSameWorkloads(fits);
  if (asksFixes(question) && !isLadder && fits.length > 0) return fixHeadline(fits);
  const verdict = isLadder
    ? `**One by one on the ${unique(fits.map(({ names }) => names.device)).join(", ")}:**`
    : streams.length > 0
      ? memoryHeadline(fits)
      : software
        ? partHeadline(fits)
        : fitHeadline(fits, leads);
  const weighed = weighedClause(speeds);
  const pace = paceClause(speeds);
  if (weighed !== "") return [weighed, verdict].join(" ");
  const isSpeed = reading.speed || (!reading.fit && !reading.board);
  const parts = isSpeed ? [pace, reading.fit || isLadder || pace === "" ? verdict : ""] : [verdict, pace];
  return parts.filter((text) => text !== "").join(" ");
}

/** What the plans come to: the models that fit, the users that do, or the verdict on what was named. */
function mainLines(plan: Plan, results: Results, leads: boolean, knowledge: Knowledge): string[] {
  const { question, reading } = plan;
  if (asksWhatRuns(question, reading)) return whatRunsHeadlines(results.fits, knowledge);
  if (asksUsers(question) && results.fits.length > 0) {
    const users = userHeadlines(results);
    const fits = results.fits.filter(({ verdict }) => verdict === "unsupported");
    return fits.length > 0
      ? [...users, verdictLine(plan, { ...results, fits, speeds: [] }, users.length > 0)]
      : users;
  }
  return [verdictLine(plan, results, leads)];
}

/** The opening of an answer from plans, costs and advice: what was asked first. */
export function openingLines(plan: Plan, results: Results, leads: boolean, knowledge: Knowledge): string[] {
  const { speeds, costs, decisions } = results;
  const [decision] = decisions;
  const advice = decision && leads ? [decisionHeadline(decision, runtimeNames(knowledge))] : [];
  return [
    ...advice,
    ...costs.map(costHeadline),
    powerClause(plan.question, speeds),
    firstTokenClause(plan.question, speeds),
    cacheClause(plan.question, results.fits),
    ...mainLines(plan, results, leads, knowledge),
  ].filter((text) => text !== "");
}
