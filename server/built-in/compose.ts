import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Throughput } from "../../tools/estimate-throughput.ts";
import type { MemoryFit } from "../../tools/memory-fit.ts";
import { type Block, render } from "./block.ts";
import { claimBlocks, claimHeadlines } from "./compose-claims.ts";
import { sweepBlocks, sweepHeadlines } from "./compose-compare.ts";
import { costBlocks } from "./compose-cost.ts";
import { decisionLines, decisionOpinion } from "./compose-decision.ts";
import { fromDocuments, quoteBlock } from "./compose-documents.ts";
import { fitSentence, fixLines, ledgerTable } from "./compose-fit.ts";
import { assumptionBlock, sourceBlock } from "./compose-grounds.ts";
import { findingBlocks, findingHeadline } from "./compose-measurements.ts";
import { openingLines, runtimeNames } from "./compose-opening.ts";
import { heatBlock, powerBlock } from "./compose-power.ts";
import { composePremises } from "./compose-premises.ts";
import { recordLines } from "./compose-record.ts";
import { runBlock } from "./compose-run.ts";
import { coldStartLine, measuredLines, speedLine } from "./compose-speed.ts";
import { composeWhy } from "./compose-why.ts";
import type { Plan } from "./plan.ts";
import { asksMeasurements } from "./plan-measurements.ts";
import { type Outcome, type Results, sortResults } from "./results.ts";
import { isSmallTalk, smallTalkReply } from "./small-talk.ts";
import { haveSameWorkloads, runnableSpeeds, toldApart } from "./told-apart.ts";
import { unknownHardwareLine } from "./unknown-hardware.ts";

/** A question for a board is answered by the decision first; otherwise the decision is a second opinion. */
function leadsWithDecision(outcomes: readonly Outcome[]): boolean {
  return outcomes[0]?.name === "decision-tree";
}

function whatWouldChange(fits: readonly MemoryFit[]): Block {
  if (!haveSameWorkloads(fits)) return { lines: [] };
  const fixes = fixLines(fits);
  if (fixes.length > 0) return { heading: "What would make it fit", lines: fixes };
  const roomy = fits.filter(({ verdict }) => verdict === "fits");
  const lines = roomy.map(
    ({ names, facts }) =>
      `- ${names.device}: another ${facts.find(({ id }) => id === "headroom")?.display} of weights, context or co-tenants would end the fit.`,
  );
  return { heading: "What would change it", lines };
}

function comparesModels(speeds: readonly Throughput[]): boolean {
  return new Set(speeds.map(({ names }) => names.model)).size > 1;
}

/** Only boards were found in a question of what runs on them: its model is none that is on record. */
function unknownModel({ question, reading }: Plan, { fits, speeds, decisions, lookUps }: Results): string[] {
  const { runs, speed } = reading;
  if (!runs && !speed && !asksMeasurements(question)) return [];
  if (fits.length + speeds.length + decisions.length > 0) return [];
  if (lookUps.length === 0 || lookUps.some(({ kind }) => kind !== "device")) return [];
  return [
    '**Nothing was sized:** no model on record was recognised in this question. Name one that is, or give its size, such as "a 7B model".',
  ];
}

function speedBlock(speeds: readonly Throughput[], knowledge: Knowledge): Block {
  const title = (id: string) => knowledge.source(id).title;
  return {
    heading: "Speed",
    lines: [
      ...speeds.map((speed) => speedLine(speed, comparesModels(speeds))),
      ...coldStartLine(speeds),
      ...measuredLines(speeds, title),
    ],
  };
}

/** Ledgers side by side, what goes with an advice, and records that were looked up. */
function detailBlocks(
  results: Results,
  leads: boolean,
  showsRecords: boolean,
  knowledge: Knowledge,
): Block[] {
  const { fits, decisions, lookUps } = results;
  const table = haveSameWorkloads(fits) ? ledgerTable(fits) : "";
  const advice = leads ? decisions.flatMap((each) => decisionLines(each, runtimeNames(knowledge))) : [];
  const records = showsRecords ? lookUps : [];
  return [
    { heading: "Memory", lines: table === "" ? [] : [table] },
    { heading: "With the advice", lines: advice },
    ...records.map((record): Block => ({ lines: [recordLines(record).join("\n")] })),
  ];
}

/** What the tools found of a plan, in blocks: what was asked first. */
function blocksOf(plan: Plan, results: Results, leads: boolean, knowledge: Knowledge): Block[] {
  const { question, notices, followsUp } = plan;
  const { fits, speeds, decisions, errors, costs, claims, findings } = results;
  const opinion = leads ? [] : decisions.map((each) => decisionOpinion(each, runtimeNames(knowledge)));
  const unknown = errors.length > 0 ? [] : unknownModel(plan, results);
  const heat = heatBlock(question, results);
  const showsRecords = unknown.length === 0 && heat.lines.length === 0;
  const opening = [
    ...claimHeadlines(claims, knowledge),
    ...findings.map((finding) => findingHeadline(finding, knowledge)),
    ...sweepHeadlines(results),
    ...openingLines(plan, results, leads, knowledge),
    ...unknown,
  ];
  return [
    { lines: opening },
    { lines: notices },
    { lines: errors },
    ...sweepBlocks(results),
    { lines: [fits.map((fit) => `- ${fitSentence(fit)}`).join("\n")].filter((text) => text !== "") },
    ...claimBlocks(results, knowledge),
    ...findingBlocks(findings, knowledge),
    speedBlock(speeds, knowledge),
    powerBlock(question, results),
    ...costBlocks(costs),
    ...detailBlocks(results, leads, showsRecords, knowledge),
    heat,
    whatWouldChange(fits),
    haveSameWorkloads(fits) && !leads && !followsUp ? runBlock(fits) : { lines: [] },
    followsUp ? { lines: [] } : quoteBlock(question, results, opinion),
    assumptionBlock(question, results),
    sourceBlock(results),
  ];
}

/** Writes the answer to a question from what the tools gave: verdict, numbers, what would change it, sources. */
export function compose(plan: Plan, outcomes: readonly Outcome[], knowledge: Knowledge): string {
  const { question } = plan;
  if (plan.calls.length === 0 && isSmallTalk(question)) return smallTalkReply;
  const explained = plan.why && composeWhy(plan, plan.why, outcomes, knowledge);
  if (explained) return explained;
  const premises = composePremises(plan, outcomes, knowledge);
  const unknown = plan.unknown ? [unknownHardwareLine(plan.unknown)] : [];
  const lines = [...unknown, ...premises.lines];
  const answer = composeAnswer(plan, premises.rest, leadsWithDecision(outcomes), knowledge);
  return lines.length > 0 ? `${lines.join("\n\n")}\n\n${answer}` : answer;
}

function composeAnswer(
  plan: Plan,
  outcomes: readonly Outcome[],
  leads: boolean,
  knowledge: Knowledge,
): string {
  const { question, notices } = plan;
  const everything = sortResults(outcomes);
  const results = {
    ...everything,
    fits: toldApart(everything.fits, knowledge),
    speeds: runnableSpeeds(everything, knowledge),
  };
  const { fits, speeds, decisions, lookUps, costs, claims, findings, comparisons, systemPlans } = results;
  const judged = [fits, speeds, decisions, lookUps, costs, claims, findings, comparisons, systemPlans];
  if (judged.every(({ length }) => length === 0))
    return [fromDocuments(question, results), ...notices].join("\n\n");
  return render(blocksOf(plan, results, leads, knowledge));
}
