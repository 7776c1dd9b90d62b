import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { MemoryFit } from "../../tools/memory-fit.ts";
import { calledIn } from "../../tools/placement/called-in.ts";
import { askBackLines, needsWorkload } from "./ask-back.ts";
import { type Block, render } from "./block.ts";
import { composeBlocks } from "./compose-blocks.ts";
import { fromDocuments, outOfScope, quoteBlock } from "./compose-documents.ts";
import { formatLines, isFormatOnly } from "./compose-format.ts";
import { sourceBlock } from "./compose-grounds.ts";
import { composePremises } from "./compose-premises.ts";
import { relevantSearches } from "./compose-relevance.ts";
import { softwareLines } from "./compose-software.ts";
import { composeTrouble } from "./compose-trouble.ts";
import { composeWhy } from "./compose-why.ts";
import { isBare, missingAll } from "./missing.ts";
import type { Plan } from "./plan.ts";
import { type Outcome, type Results, sortResults } from "./results.ts";
import { isSmallTalk, replyTo } from "./small-talk.ts";
import { runnableSpeeds, toldApart } from "./told-apart.ts";
import { asksTraining, trainingLine } from "./training.ts";
import { unknownHardwareLine } from "./unknown-hardware.ts";

/** A question for a board is answered by the decision first; otherwise the decision is a second opinion. */
function leadsWithDecision(outcomes: readonly Outcome[]): boolean {
  return outcomes[0]?.name === "decision-tree";
}

/** Writes the answer to a question from what the tools gave: verdict, numbers, what would change it, sources. */
export function compose(plan: Plan, outcomes: readonly Outcome[], knowledge: Knowledge): string {
  const { question } = plan;
  if (plan.calls.length === 0 && isSmallTalk(question)) return replyTo(question);
  if (plan.isForeign) return outOfScope();
  const explained = plan.why && composeWhy(plan, plan.why, outcomes, knowledge);
  if (explained) return explained;
  if (plan.trouble) return composeTrouble(plan, plan.trouble, sortResults(outcomes), knowledge);
  const premises = composePremises(plan, outcomes, knowledge);
  const unknown = plan.unknown ? [unknownHardwareLine(plan.unknown)] : [];
  const { software } = plan;
  const asksBack = !software && needsWorkload(question, plan.reading);
  const said = software ? softwareLines(software, sortResults(premises.rest)) : asksBack ? askBackLines : [];
  const trains = asksTraining(question) ? [trainingLine] : [];
  const lines = [...trains, ...unknown, ...said, ...premises.lines];
  const answer = composeAnswer(plan, premises.rest, leadsWithDecision(outcomes), knowledge);
  return lines.length > 0 ? `${lines.join("\n\n")}\n\n${answer}` : answer;
}

/** Whether a format runs on boards: the bytes of a model that nobody named are left out. */
function formatBlocks({ question, notices }: Plan, results: Results, knowledge: Knowledge): Block[] {
  const { fits } = results;
  const formatOf = ({ resolved }: MemoryFit) => {
    const { quantization = "" } = resolved.workloads[0] ?? {};
    return calledIn(knowledge.quantizations, quantization);
  };
  return [
    { lines: formatLines(fits, formatOf) },
    { lines: notices },
    { lines: ["Name a model to have its memory and speed judged."] },
    quoteBlock(question, { ...results, fits: [] }, []),
    sourceBlock(results),
  ];
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
  if (isFormatOnly(fits)) return render(formatBlocks(plan, results, knowledge));
  if (isEmpty && isBare(question, plan.reading)) return missingAll;
  if (isEmpty) return [fromDocuments(question, results), ...notices].join("\n\n");
  return render(composeBlocks(plan, results, leads, knowledge));
}
