import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Throughput } from "../../tools/estimate-throughput.ts";
import type { MemoryFit } from "../../tools/memory-fit.ts";
import { moduleOf } from "../../tools/throughput/distance.ts";
import { type Block, render, unique } from "./block.ts";
import { claimBlocks, claimHeadlines } from "./compose-claims.ts";
import { sweepBlocks, sweepHeadlines } from "./compose-compare.ts";
import { costBlocks, costHeadline } from "./compose-cost.ts";
import { decisionHeadline, decisionLines, decisionOpinion, type NameOf } from "./compose-decision.ts";
import { fromDocuments, quoteBlock } from "./compose-documents.ts";
import { fitHeadline, fitSentence, fixLines, ledgerTable } from "./compose-fit.ts";
import { assumptionBlock, sourceBlock } from "./compose-grounds.ts";
import { findingBlocks, findingHeadline } from "./compose-measurements.ts";
import { heatBlock, powerBlock, powerClause } from "./compose-power.ts";
import { recordLines } from "./compose-record.ts";
import { runBlock } from "./compose-run.ts";
import { coldStartLine, measuredLines, paceClause, speedLine } from "./compose-speed.ts";
import { readIntents } from "./intents.ts";
import { asksMeasurements } from "./plan-measurements.ts";
import { type Outcome, type Results, sortResults } from "./results.ts";

function haveSameWorkloads(fits: readonly MemoryFit[]): boolean {
  const [first] = fits;
  return fits.every(({ names }) => names.workloads.join() === first?.names.workloads.join());
}

/** A question for a board is answered by the decision first; otherwise the decision is a second opinion. */
function leadsWithDecision(outcomes: readonly Outcome[]): boolean {
  return outcomes[0]?.name === "decision-tree";
}

function opening(
  question: string,
  { fits, speeds, costs, decisions }: Results,
  leads: boolean,
  knowledge: Knowledge,
): string[] {
  const [decision] = decisions;
  const intents = readIntents(question);
  const isLadder = fits.length > 1 && !haveSameWorkloads(fits);
  const verdict = isLadder
    ? `**One by one on the ${unique(fits.map(({ names }) => names.device)).join(", ")}:**`
    : fitHeadline(fits);
  const pace = paceClause(speeds);
  const advice = decision && leads ? [decisionHeadline(decision, runtimeNames(knowledge))] : [];
  return [
    ...advice,
    ...costs.map(costHeadline),
    powerClause(question, speeds),
    (intents.speed ? [pace, intents.fit || isLadder ? verdict : ""] : [verdict, pace])
      .filter((text) => text !== "")
      .join(" "),
  ].filter((text) => text !== "");
}

function runtimeNames(knowledge: Knowledge): NameOf {
  return (id) => knowledge.runtimes.find(id)?.entry.value.name ?? id;
}

/** Plans of the same models on the same board differ in engine or format, which their names then say. */
function toldApart(fits: readonly MemoryFit[], knowledge: Knowledge): MemoryFit[] {
  const keyOf = ({ names }: MemoryFit) => [names.device, ...names.workloads].join();
  const isTwin = (fit: MemoryFit) => fits.filter((other) => keyOf(other) === keyOf(fit)).length > 1;
  return fits.map((fit) => {
    if (!isTwin(fit)) return fit;
    const workloads = fit.names.workloads.map((name, index) => {
      const { runtime = "", quantization = "" } = fit.resolved.workloads[index] ?? {};
      return `${name} (${runtimeNames(knowledge)(runtime)}, ${knowledge.quantizations.get(quantization).entry.value.name})`;
    });
    return { ...fit, names: { ...fit.names, workloads } };
  });
}

/** Speeds of boards that hold the model; a speed of what does not fit would mislead. */
function runnableSpeeds({ fits, speeds }: Results, knowledge: Knowledge): Throughput[] {
  const module = (reference: unknown) =>
    typeof reference === "string" ? moduleOf(reference, knowledge) : undefined;
  const refused = fits.filter(({ verdict }) => verdict === "does-not-fit" || verdict === "unsupported");
  return speeds.filter(
    (speed) =>
      !refused.some(
        ({ resolved, names }) =>
          module(resolved.device) === module(speed.resolved.device) &&
          resolved.workloads.some(
            ({ quantization, runtime }, index) =>
              names.workloads[index] === speed.names.model &&
              quantization === speed.resolved.quantization &&
              runtime === speed.resolved.runtime,
          ),
      ),
  );
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
function unknownModel(question: string, { fits, speeds, decisions, lookUps }: Results): string[] {
  const { runs, speed } = readIntents(question);
  if (!runs && !speed && !asksMeasurements(question)) return [];
  if (fits.length + speeds.length + decisions.length > 0) return [];
  if (lookUps.length === 0 || lookUps.some(({ kind }) => kind !== "device")) return [];
  return [
    '**Nothing was sized:** no model on record was recognised in this question. Name one that is, or give its size, such as "a 7B model".',
  ];
}

/** Writes the answer to a question from what the tools gave: verdict, numbers, what would change it, sources. */
export function compose(question: string, outcomes: readonly Outcome[], knowledge: Knowledge): string {
  const everything = sortResults(outcomes);
  const results = {
    ...everything,
    fits: toldApart(everything.fits, knowledge),
    speeds: runnableSpeeds(everything, knowledge),
  };
  const { fits, speeds, decisions, lookUps, errors, costs, claims, findings } = results;
  const judged = [fits, speeds, decisions, lookUps, costs, claims, findings, results.comparisons];
  if ([...judged, results.systemPlans].every(({ length }) => length === 0))
    return fromDocuments(question, results);
  const leads = leadsWithDecision(outcomes);
  const title = (id: string) => knowledge.source(id).title;
  const opinion = leads
    ? []
    : decisions.map((decision) => decisionOpinion(decision, runtimeNames(knowledge)));
  const unknown = errors.length > 0 ? [] : unknownModel(question, results);
  const heat = heatBlock(question, results);
  return render([
    {
      lines: [
        ...claimHeadlines(claims, knowledge),
        ...findings.map((finding) => findingHeadline(finding, knowledge)),
        ...sweepHeadlines(results),
        ...opening(question, results, leads, knowledge),
        ...unknown,
      ],
    },
    { lines: errors },
    ...sweepBlocks(results),
    { lines: [fits.map((fit) => `- ${fitSentence(fit)}`).join("\n")].filter((text) => text !== "") },
    ...claimBlocks(results, knowledge),
    ...findingBlocks(findings, knowledge),
    {
      heading: "Speed",
      lines: [
        ...speeds.map((speed) => speedLine(speed, comparesModels(speeds))),
        ...coldStartLine(speeds),
        ...measuredLines(speeds, title),
      ],
    },
    powerBlock(question, results),
    ...costBlocks(costs),
    {
      heading: "Memory",
      lines: haveSameWorkloads(fits) ? [ledgerTable(fits)].filter((text) => text !== "") : [],
    },
    {
      heading: "With the advice",
      lines: leads ? decisions.flatMap((decision) => decisionLines(decision, runtimeNames(knowledge))) : [],
    },
    heat,
    ...(unknown.length > 0 || heat.lines.length > 0 ? [] : lookUps).map(
      (record): Block => ({ lines: [recordLines(record).join("\n")] }),
    ),
    whatWouldChange(fits),
    haveSameWorkloads(fits) && !leads ? runBlock(fits) : { lines: [] },
    quoteBlock(question, results, opinion),
    assumptionBlock(question, results),
    sourceBlock(results),
  ]);
}
