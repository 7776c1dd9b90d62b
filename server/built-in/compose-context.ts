import type { SystemPlan } from "../../tools/plan-system.ts";
import type { Plan } from "../../tools/sweep/plan.ts";
import type { Block } from "./block.ts";
import { cells, columns, figures, place, table } from "./compose-sweep.ts";

/** A plan with its rank, by which its figures are found, and its tokens of context. */
type Ranked = { plan: Plan; rank: number; tokens: number };

/** True for a sweep over contexts alone, in one format and engine: the longest is wanted. */
export function isContextSweep({ swept }: SystemPlan): boolean {
  const { contexts, quantizations, runtimes, devices } = swept;
  return contexts.length > 1 && [quantizations, runtimes, devices].every(({ length }) => length === 1);
}

function tokensOf({ input }: Plan): number {
  return Math.max(0, ...input.workloads.map(({ contextTokens = 0 }) => contextTokens));
}

/** Longest first; of equals the one whose cache is not compressed, which ranks first. */
function longestFirst({ plans }: SystemPlan): Ranked[] {
  return plans
    .map((plan, index) => ({ plan, rank: index + 1, tokens: tokensOf(plan) }))
    .sort((a, b) => b.tokens - a.tokens || a.rank - b.rank);
}

const isCompressed = ({ plan }: Ranked) => plan.settings.endsWith(" cache");

/** The longest context that fits with the usual cache, and how much further a compressed one goes. */
export function contextHeadline(system: SystemPlan): string {
  const ranked = longestFirst(system);
  const fitting = ranked.filter(({ plan }) => plan.verdict === "fits");
  const plain = fitting.find((entry) => !isCompressed(entry)) ?? fitting[0] ?? ranked[0];
  if (!plain) {
    const { nearest } = system;
    const why = nearest ? ` The nearest, ${nearest.settings}, is ${nearest.whyNot}.` : "";
    return `**None of the contexts that were tried fits on the ${nearest?.name ?? "board"}.**${why}`;
  }
  const verb = plain.plan.verdict === "fits" ? "fits" : "is tight";
  const further = fitting[0];
  const more =
    further && further.tokens > plain.tokens
      ? ` A compressed cache goes further: ${further.plan.settings}, ${figures(system, further.plan, further.rank)}.`
      : "";
  const isAll = plain.tokens === Math.max(...system.swept.contexts);
  const limit = isAll
    ? " More was not tried: it is what the model was made for, where that is on record."
    : "";
  return `**Longest context tried that ${verb} on the ${place(plain.plan)}: ${plain.plan.settings}.** There: ${figures(system, plain.plan, plain.rank)}.${more}${limit}`;
}

/** What fits, longest context first. */
export function contextTable(system: SystemPlan): string {
  const rows = longestFirst(system);
  if (rows.length === 0) return "";
  return table(
    ["context and cache", ...columns],
    rows.map(({ plan, rank }) => [plan.settings, ...cells(system, plan, rank)]),
  );
}

/** The blocks of every sweep over contexts. */
export function contextBlock(systems: readonly SystemPlan[]): Block {
  return {
    heading: "Contexts that fit, longest first",
    lines: [
      systems
        .map(contextTable)
        .filter((text) => text !== "")
        .join("\n\n"),
    ].filter((text) => text !== ""),
  };
}
