import type { Knowledge } from "../../knowledge/knowledge.ts";
import { asksFixes } from "./asks.ts";
import { unique } from "./block.ts";
import { costHeadline } from "./compose-cost.ts";
import { decisionHeadline, type NameOf } from "./compose-decision.ts";
import { fitHeadline, fixHeadline } from "./compose-fit.ts";
import { powerClause } from "./compose-power.ts";
import { paceClause } from "./compose-speed.ts";
import { whatRunsHeadlines } from "./compose-what-runs.ts";
import type { Plan } from "./plan.ts";
import { asksWhatRuns } from "./plan-what-runs.ts";
import type { Results } from "./results.ts";
import { haveSameWorkloads } from "./told-apart.ts";

/** Names of runtimes by their id. */
export function runtimeNames(knowledge: Knowledge): NameOf {
  return (id) => knowledge.runtimes.find(id)?.entry.value.name ?? id;
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
  const pace = paceClause(speeds);
  const isSpeed = reading.speed || (!reading.fit && !reading.board);
  const parts = isSpeed ? [pace, reading.fit || isLadder || pace === "" ? verdict : ""] : [verdict, pace];
  return parts.filter((text) => text !== "").join(" ");
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
    ...(asksWhatRuns(plan.question, plan.reading)
      ? whatRunsHeadlines(results.fits, knowledge)
      : [verdictLine(plan, results, leads)]),
  ].filter((text) => text !== "");
}
