import { z } from "zod";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { recordAssumptions } from "./assumptions.ts";
import { digestLines } from "./digest/digest-lines.ts";
import { fields } from "./offered/fields.ts";
import { offeredSweep } from "./offered/sweep.ts";
import { type Placed, toPlaced, WorkloadInput } from "./placement/workload.ts";
import { type Boards, sweptBoards } from "./sweep/boards.ts";
import type { Entry, Terms } from "./sweep/entry.ts";
import { choicesOf, countConfigurations, settingsOf } from "./sweep/options.ts";
import { type Plan, type Swept, sweptOptions, toPlan } from "./sweep/plan.ts";
import { type RankBy, rankingWords } from "./sweep/ranking.ts";
import { rowDigest } from "./sweep/row-words.ts";
import { type Refusal, searchPlans } from "./sweep/search-plans.ts";
import { sweepFacts } from "./sweep/sweep-facts.ts";
import { sweepFields } from "./sweep/sweep-input.ts";
import { asksForPower, assumedTerms, defaultRanking, termsOf } from "./sweep/sweep-terms.ts";
import { defineTool, type ToolResult } from "./tool.ts";

const names = z.array(z.string().min(1).max(200)).min(1).max(50).optional();
const tokens = WorkloadInput.shape.contextTokens;

/** The workloads, and what may be varied; a setting that a workload states is kept. */
export const PlanSystemInput = z.strictObject({
  ...sweepFields,
  quantizations: names.describe("weight formats to try; common ones of each runtime when left out"),
  contexts: z.array(tokens.unwrap()).min(1).max(50).optional().describe("tokens of context to try"),
  runtimes: names.describe("engines to try"),
  kvCacheTypes: names.describe("types of KV cache to try"),
  minimumContextTokens: tokens.describe("tokens of context that every language model has to have"),
  limit: z.int().min(1).max(100).optional().describe("plans to show; 10 when left out"),
});
export type PlanSystemInput = z.infer<typeof PlanSystemInput>;

/** Plans that meet everything, best first; `nearest` is the best of the others when none does. */
export type SystemPlan = ToolResult & {
  plans: Plan[];
  nearest: Plan | null;
  rankedBy: RankBy;
  /** How many configurations there were: feasible + infeasible. */
  configurations: number;
  feasible: number;
  infeasible: Refusal[];
  swept: Swept;
  names: { workloads: string[] };
  resolved: PlanSystemInput;
  assumptions: string[];
};

const defaultLimit = 10;
const shownInDigest = 5;

/** Every setting of each workload, filled in; more than can be answered at once is refused before that. */
function optionsOf(
  input: PlanSystemInput,
  bases: readonly Placed[],
  boards: number,
  knowledge: Knowledge,
): { options: Placed[][]; configurations: number } {
  const isNarrow = bases.filter(({ language }) => language).length > 1;
  const choices = input.workloads.flatMap((workload, index) => {
    const base = bases[index];
    return base ? [choicesOf(workload, base, input, isNarrow, knowledge)] : [];
  });
  const configurations = countConfigurations(boards, choices);
  const options = choices.map((each) => settingsOf(each).map((workload) => toPlaced(workload, knowledge)));
  return { options, configurations };
}

function assumptionsOf(input: PlanSystemInput, bases: readonly Placed[], terms: Terms): string[] {
  const others = bases.filter(({ language }) => !language);
  const isOpen = [input.quantizations, input.contexts, input.runtimes].some((list) => list === undefined);
  return [
    ...assumedTerms(input, bases, terms),
    ...(isOpen && others.length < bases.length
      ? ["formats, contexts and engines in common use where none were named"]
      : []),
    ...bases.flatMap(({ subject }) => subject.assumptions),
    ...others.flatMap(({ assumptions }) => assumptions),
  ];
}

/** The workloads with their names resolved; what they left open stays open, since it is what was varied. */
function namedWorkloads(input: PlanSystemInput, bases: readonly Placed[]): PlanSystemInput["workloads"] {
  return input.workloads.map((workload, index) => {
    const base = bases[index];
    if (!base) return workload;
    return base.language ? { ...workload, model: base.subject.reference } : base.resolved;
  });
}

function resolve(
  input: PlanSystemInput,
  bases: readonly Placed[],
  { boards, powerModes }: Boards,
  { setting }: Terms,
): PlanSystemInput {
  return {
    ...input,
    workloads: namedWorkloads(input, bases),
    devices: [...new Set(boards.map(({ reference }) => reference))],
    powerModes,
    os: setting.os,
    rankBy: input.rankBy ?? defaultRanking,
    promptTokens: setting.promptTokens,
    limit: input.limit ?? defaultLimit,
  };
}

function run(input: PlanSystemInput, everything: Knowledge): SystemPlan {
  const { knowledge, sources: assumed } = recordAssumptions(everything);
  const { rankBy = defaultRanking, limit = defaultLimit } = input;
  const bases = input.workloads.map((workload) => toPlaced(workload, knowledge));
  const terms = termsOf(input, bases);
  const swept = sweptBoards(input, asksForPower(input), knowledge);
  const { options, configurations } = optionsOf(input, bases, swept.boards.length, knowledge);
  const found = searchPlans(swept.boards, options, terms, { rankBy, limit }, knowledge);
  const { best, feasible, nearest, refusals } = found;
  const show = (entry: Entry) => ({ entry, row: toPlan(entry, terms, knowledge) });
  const shown = best.map(show);
  const near = nearest && feasible === 0 ? show(nearest) : null;
  return {
    plans: shown.map(({ row }) => row),
    nearest: near?.row ?? null,
    rankedBy: rankBy,
    configurations,
    feasible,
    infeasible: refusals,
    swept: sweptOptions(swept.boards, options),
    names: { workloads: bases.map(({ subject }) => subject.name) },
    resolved: resolve(input, bases, swept, terms),
    assumptions: [...assumptionsOf(input, bases, terms), ...swept.assumptions],
    ...sweepFacts(near ? [near] : shown, assumed(), knowledge),
  };
}

/** Which board, format, context and engine for these workloads? */
export const planSystem = defineTool({
  name: "plan-system",
  description:
    "Sweeps boards, quantizations, contexts, runtimes and KV cache types for a set of workloads and ranks what fits by price, power, speed or headroom.",
  input: PlanSystemInput,
  example: { workloads: [{ model: "qwen3-8b" }], devices: ["orin-nx-16gb"] },
  offered: z.strictObject({
    ...offeredSweep,
    quantizations: z.array(z.string()).describe("to try").optional(),
    runtimes: z.array(z.string()).describe("to try").optional(),
    minimumContextTokens: fields.contextTokens,
  }),
  run,
  digest: ({ plans, nearest, rankedBy, configurations, feasible, infeasible, names }) =>
    digestLines([
      `${feasible} of ${configurations} configurations meet all that was asked for ${names.workloads.join(" + ")}, ${rankingWords[rankedBy]} first`,
      nearest && `nearest: ${nearest.settings}; ${rowDigest(nearest)}`,
      ...plans
        .slice(0, shownInDigest)
        .map((plan, ...where) => `${plan.settings}; ${rowDigest(plan, ...where)}`),
      ...(plans.length < shownInDigest
        ? infeasible.slice(0, 3).map(({ reason, count }) => `out, ${reason.replaceAll("-", " ")}: ${count}`)
        : []),
    ]),
});
