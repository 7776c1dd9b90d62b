import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Throughput } from "../../tools/estimate-throughput.ts";
import type { LookUp } from "../../tools/look-up.ts";
import type { MemoryFit } from "../../tools/memory-fit.ts";
import { askBackLines, needsWorkload } from "./ask-back.ts";
import { asksPrice } from "./asks-price.ts";
import { type Block, render } from "./block.ts";
import { boardTable, onlyNamesBoards, priceLines, sameModuleLines } from "./compose-boards.ts";
import { claimBlocks, claimHeadlines } from "./compose-claims.ts";
import { sweepBlocks, sweepHeadlines } from "./compose-compare.ts";
import { costBlocks } from "./compose-cost.ts";
import { decisionLines, decisionOpinion } from "./compose-decision.ts";
import { fromDocuments, outOfScope, quoteBlock } from "./compose-documents.ts";
import { fitSentence, fixLines, ledgerTable } from "./compose-fit.ts";
import { assumptionBlock, sourceBlock } from "./compose-grounds.ts";
import { findingBlocks, findingHeadline } from "./compose-measurements.ts";
import { openingLines, runtimeNames } from "./compose-opening.ts";
import { heatBlock, powerBlock } from "./compose-power.ts";
import { composePremises } from "./compose-premises.ts";
import { recordLines } from "./compose-record.ts";
import { relevantSearches } from "./compose-relevance.ts";
import { reportedBlock } from "./compose-reported.ts";
import { runBlock } from "./compose-run.ts";
import { softwareLines } from "./compose-software.ts";
import { coldStartLine, measuredLines, speedLine } from "./compose-speed.ts";
import { streamBlocks, streamHeadlines } from "./compose-streams.ts";
import { composeTrouble } from "./compose-trouble.ts";
import { whatRunsBlock } from "./compose-what-runs.ts";
import { composeWhy } from "./compose-why.ts";
import { isBare, missingAll, missingBoard } from "./missing.ts";
import type { Plan } from "./plan.ts";
import { asksMeasurements } from "./plan-measurements.ts";
import { asksWhatRuns } from "./plan-what-runs.ts";
import { type Outcome, type Results, sortResults } from "./results.ts";
import { isSmallTalk, replyTo } from "./small-talk.ts";
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
function unknownModel(
  { question, reading, software }: Plan,
  { fits, speeds, decisions, lookUps }: Results,
): string[] {
  const { runs, speed } = reading;
  if (software || needsWorkload(question, reading)) return [];
  if (!runs && !speed && !asksMeasurements(question)) return [];
  if (fits.length + speeds.length + decisions.length > 0) return [];
  if (lookUps.length === 0 || lookUps.some(({ kind }) => kind !== "device")) return [];
  return [
    "**Nothing was sized:** no model on record was recognised in this question. Name a model that is, or give its size in parameters.",
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
  records: readonly LookUp[],
  knowledge: Knowledge,
): Block[] {
  const { fits, decisions } = results;
  const table = haveSameWorkloads(fits) ? ledgerTable(fits) : "";
  const advice = leads ? decisions.flatMap((each) => decisionLines(each, runtimeNames(knowledge))) : [];
  return [
    { heading: "Memory", lines: table === "" ? [] : [table] },
    { heading: "With the advice", lines: advice },
    ...records.map((record): Block => ({ lines: [recordLines(record).join("\n")] })),
  ];
}

/** Each plan in a sentence, or all that runs on a board in a table. */
function fitBlock({ question, reading }: Plan, fits: readonly MemoryFit[], knowledge: Knowledge): Block {
  if (asksWhatRuns(question, reading)) return whatRunsBlock(fits, knowledge);
  const lines = fits.map((fit) => `- ${fitSentence(fit)}`);
  return { lines: lines.length > 0 ? [lines.join("\n")] : [] };
}

/** The boards that a question only names, on what an answer hangs on. */
function boardBlock(lookUps: readonly LookUp[]): Block {
  const lines = [boardTable(lookUps), sameModuleLines(lookUps).join("\n")];
  return { heading: "The boards", lines: lines.filter((text) => text !== "") };
}

/** What the tools found of a plan, in blocks: what was asked first. */
function blocksOf(plan: Plan, results: Results, leads: boolean, knowledge: Knowledge): Block[] {
  const { question, notices, followsUp } = plan;
  const { fits, speeds, decisions, errors, costs, claims, findings, streams, lookUps } = results;
  const opinion = leads ? [] : decisions.map((each) => decisionOpinion(each, runtimeNames(knowledge)));
  const unknown = errors.length > 0 ? [] : unknownModel(plan, results);
  const heat = heatBlock(question, results);
  const reported = reportedBlock(question, results);
  const quotes = quoteBlock(question, results, opinion);
  const showsRecords = unknown.length === 0 && heat.lines.length === 0;
  const isShort =
    (onlyNamesBoards(question) || asksPrice(question)) &&
    results.lookUps.every(({ kind }) => kind === "device");
  const boards = showsRecords && isShort ? boardBlock(lookUps) : { lines: [] };
  const cameras = streamHeadlines(question, streams);
  const opening = [
    ...claimHeadlines(claims, knowledge),
    ...findings.map((finding) => findingHeadline(finding, knowledge)),
    ...(speeds.length > 0 ? [] : cameras),
    ...sweepHeadlines(results),
    ...openingLines(plan, results, leads, knowledge),
    ...(speeds.length > 0 ? cameras : []),
    ...unknown,
    ...(asksPrice(question) ? priceLines(lookUps, question) : []),
  ];
  return [
    { lines: opening },
    { lines: [...notices, ...missingBoard(plan.reading, fits.length > 0)] },
    { lines: errors },
    ...streamBlocks(question, streams),
    reported,
    ...sweepBlocks(results),
    fitBlock(plan, fits, knowledge),
    ...claimBlocks(results, knowledge),
    ...findingBlocks(findings, knowledge),
    speedBlock(speeds, knowledge),
    powerBlock(question, results),
    ...costBlocks(costs),
    boards,
    ...detailBlocks(results, leads, showsRecords && !isShort ? lookUps : [], knowledge),
    heat,
    whatWouldChange(fits),
    haveSameWorkloads(fits) && !leads && !followsUp ? runBlock(fits) : { lines: [] },
    followsUp || asksWhatRuns(question, plan.reading)
      ? { lines: [] }
      : { ...quotes, lines: quotes.lines.filter((line) => !reported.lines.includes(line)) },
    assumptionBlock(question, results),
    sourceBlock(results),
  ];
}

/** Writes the answer to a question from what the tools gave: verdict, numbers, what would change it, sources. */
export function compose(plan: Plan, outcomes: readonly Outcome[], knowledge: Knowledge): string {
  const { question } = plan;
  if (plan.calls.length === 0 && isSmallTalk(question)) return replyTo(question);
  if (plan.isForeign) return outOfScope();
  const explained = plan.why && composeWhy(plan, plan.why, outcomes, knowledge);
  if (explained) return explained;
  if (plan.trouble) return composeTrouble(plan, sortResults(outcomes));
  const premises = composePremises(plan, outcomes, knowledge);
  const unknown = plan.unknown ? [unknownHardwareLine(plan.unknown)] : [];
  const { software } = plan;
  const asksBack = !software && needsWorkload(question, plan.reading);
  const said = software ? softwareLines(software, sortResults(premises.rest)) : asksBack ? askBackLines : [];
  const lines = [...unknown, ...said, ...premises.lines];
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
    searches: relevantSearches(plan, everything),
    fits: toldApart(everything.fits, knowledge),
    speeds: runnableSpeeds(everything, knowledge),
  };
  const { fits, speeds, decisions, lookUps, costs, claims, findings, comparisons, systemPlans } = results;
  const { streams } = results;
  const judged = [
    fits,
    speeds,
    decisions,
    lookUps,
    costs,
    claims,
    findings,
    comparisons,
    systemPlans,
    streams,
  ];
  const isEmpty = judged.every(({ length }) => length === 0);
  if (isEmpty && isBare(question, plan.reading)) return missingAll;
  if (isEmpty) return [fromDocuments(question, results), ...notices].join("\n\n");
  return render(blocksOf(plan, results, leads, knowledge));
}
