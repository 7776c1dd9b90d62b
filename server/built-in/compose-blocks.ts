import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Throughput } from "../../tools/estimate-throughput.ts";
import type { LookUp } from "../../tools/look-up.ts";
import type { MemoryFit } from "../../tools/memory-fit.ts";
import { asksPrice } from "./asks-price.ts";
import type { Block } from "./block.ts";
import { boardTable, onlyNamesBoards, priceLines, sameModuleLines } from "./compose-boards.ts";
import { claimBlocks, claimHeadlines } from "./compose-claims.ts";
import { sweepBlocks, sweepHeadlines } from "./compose-compare.ts";
import { costBlocks } from "./compose-cost.ts";
import { decisionLines, decisionOpinion } from "./compose-decision.ts";
import { quoteBlock, quotesOfDispute } from "./compose-documents.ts";
import { fieldLines } from "./compose-field.ts";
import { fitSentence, fixLines, ledgerTable } from "./compose-fit.ts";
import { assumptionBlock, sourceBlock } from "./compose-grounds.ts";
import { findingBlocks, findingHeadline } from "./compose-measurements.ts";
import { openingLines, runtimeNames } from "./compose-opening.ts";
import { heatBlock, powerBlock } from "./compose-power.ts";
import { recordLines } from "./compose-record.ts";
import { reportedBlock } from "./compose-reported.ts";
import { runBlock } from "./compose-run.ts";
import { coldStartLine, measuredLines, speedLine } from "./compose-speed.ts";
import { streamBlocks, streamHeadlines } from "./compose-streams.ts";
import { whatRunsBlock } from "./compose-what-runs.ts";
import { missingBoard, missingModel } from "./missing.ts";
import type { Plan } from "./plan.ts";
import { asksWhatRuns } from "./plan-what-runs.ts";
import type { Results } from "./results.ts";
import { haveSameWorkloads } from "./told-apart.ts";
import { asksTraining } from "./training.ts";

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

/** On the largest model of a board the documents disagree, which has to be said beside what is computed. */
const ofLimits = /\b(?:largest|biggest)\b/i;

/** Boards that are told apart stand side by side. */
const difference = /\bdifferences?\b|\bvs\b|\bversus\b|\bcompar(?:e|ed|ison)\b/i;

function comparesModels(speeds: readonly Throughput[]): boolean {
  return new Set(speeds.map(({ names }) => names.model)).size > 1;
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

/** What was asked, answered in a few sentences. */
function openingOf(
  plan: Plan,
  results: Results,
  leads: boolean,
  knowledge: Knowledge,
  ofRecords: readonly string[],
): string[] {
  const { question } = plan;
  const { claims, findings, speeds, streams, lookUps } = results;
  const cameras = streamHeadlines(question, streams);
  const isLater = speeds.length > 0 || leads;
  return [
    ...claimHeadlines(claims, knowledge),
    ...findings.map((finding) => findingHeadline(finding, knowledge)),
    ...(isLater ? [] : cameras),
    ...sweepHeadlines(results),
    ...openingLines(plan, results, leads, knowledge),
    ...(isLater ? cameras : []),
    ...ofRecords,
    ...(asksPrice(question) ? priceLines(lookUps, question) : []),
  ];
}

/** What the tools found of a plan, in blocks: what was asked first. */
export function composeBlocks(plan: Plan, results: Results, leads: boolean, knowledge: Knowledge): Block[] {
  const { question, notices, followsUp } = plan;
  const { fits, speeds, decisions, errors, costs, findings, streams, lookUps } = results;
  const opinion = leads ? [] : decisions.map((each) => decisionOpinion(each, runtimeNames(knowledge)));
  const unknown = errors.length > 0 ? [] : missingModel(plan, results);
  const heat = heatBlock(question, results);
  const reported = reportedBlock(question, results);
  const quotes = ofLimits.test(question)
    ? quoteBlock(question, { ...results, fits: [] }, opinion, quotesOfDispute)
    : quoteBlock(question, results, opinion);
  const showsRecords = unknown.length === 0 && heat.lines.length === 0;
  const field = fieldLines(question, lookUps);
  const isShort =
    (onlyNamesBoards(question) ||
      asksPrice(question) ||
      asksTraining(question) ||
      field.length > 0 ||
      difference.test(question)) &&
    results.lookUps.every(({ kind }) => kind === "device");
  const boards = showsRecords && isShort ? boardBlock(lookUps) : { lines: [] };
  const opening = openingOf(plan, results, leads, knowledge, [...unknown, ...field]);
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
    followsUp || (asksWhatRuns(question, plan.reading) && !ofLimits.test(question))
      ? { lines: [] }
      : { ...quotes, lines: quotes.lines.filter((line) => !reported.lines.includes(line)) },
    assumptionBlock(question, results),
    sourceBlock(results),
  ];
}
