import type { Run } from "../trial.ts";
import { type Costs, costsOf } from "./costs.ts";
import { type CaseResult, caseResults, errorOf, hasPassed } from "./outcome.ts";
import { passPower } from "./pass-power.ts";
import { judgedBy, type Rate, rateOf } from "./rate.ts";
import { mergeOrders } from "./scorer-order.ts";

/** How often one scorer passed. */
export type ScorerRate = { scorer: string; rate: Rate };

/** How the cases with one tag did. */
export type TagRate = { tag: string; rate: Rate; scorers: ScorerRate[] };

/** What a run comes to. Errors are in none of its shares. */
export type Statistics = {
  cases: number;
  trials: number;
  scored: number;
  /** Trials that the header promises and the run has not. */
  missing: number;
  errors: { code: string; count: number }[];
  /** How often a trial passes all scorers; undefined where none was scored. */
  passAtOne: Rate | undefined;
  /** The chance that k trials of a case all pass, over the cases tried that often. */
  passPower: { k: number; share: number; cases: number }[];
  /** Cases whose trials all agree; only those scored twice or more can tell. */
  stable: { passed: number; failed: number };
  /** Ids of cases that pass in some trials and fail in others. */
  flaky: string[];
  scorers: ScorerRate[];
  tags: TagRate[];
  costs: Costs;
};

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function powersOf(cases: readonly CaseResult[]): Statistics["passPower"] {
  const most = Math.max(0, ...cases.map(({ scored }) => scored.length));
  return Array.from({ length: most }, (_, index) => {
    const k = index + 1;
    const shares = cases.flatMap(({ passed, scored }) => passPower(passed, scored.length, k) ?? []);
    return { k, share: mean(shares), cases: shares.length };
  }).filter(({ cases: tried }) => tried > 0);
}

function scorerRates(cases: readonly CaseResult[], scorers: readonly string[]): ScorerRate[] {
  return scorers.flatMap((scorer) => {
    const rate = rateOf(cases, judgedBy(scorer));
    return rate ? [{ scorer, rate }] : [];
  });
}

function tagRates(cases: readonly CaseResult[], scorers: readonly string[]): TagRate[] {
  const tags = [...new Set(cases.flatMap((one) => one.tags))].sort();
  return tags.flatMap((tag) => {
    const own = cases.filter((one) => one.tags.includes(tag));
    const rate = rateOf(own, hasPassed);
    return rate ? [{ tag, rate, scorers: scorerRates(own, scorers) }] : [];
  });
}

function errorCounts({ trials }: Run): Statistics["errors"] {
  const codes = trials.flatMap((trial) => errorOf(trial)?.code ?? []);
  const counts = [...Map.groupBy(codes, (code) => code)].map(([code, all]) => ({ code, count: all.length }));
  return counts.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

/** Sums up a run. */
export function statisticsOf(run: Run): Statistics {
  const cases = caseResults(run);
  const scored = cases.flatMap((one) => one.scored);
  const scorers = mergeOrders(scored.map(({ scores }) => scores.map(({ scorer }) => scorer)));
  const repeated = cases.filter((one) => one.scored.length > 1);
  const countOf = (outcome: CaseResult["outcome"]) =>
    repeated.filter((one) => one.outcome === outcome).length;
  return {
    cases: cases.length,
    trials: run.trials.length,
    scored: scored.length,
    missing: run.header.cases * run.header.trials - run.trials.length,
    errors: errorCounts(run),
    passAtOne: rateOf(cases, hasPassed),
    passPower: powersOf(cases),
    stable: { passed: countOf("passed"), failed: countOf("failed") },
    flaky: cases.filter(({ outcome }) => outcome === "flaky").map(({ id }) => id),
    scorers: scorerRates(cases, scorers),
    tags: tagRates(cases, scorers),
    costs: costsOf(scored.map(({ metrics }) => metrics)),
  };
}
