import type { ClaimVerdict } from "../../tools/claims/judgement.ts";
import type { Verdict } from "../../tools/memory/ledger.ts";
import type { MemoryFit } from "../../tools/memory-fit.ts";
import type { Pace } from "../../tools/throughput/pace.ts";
import type { ToolResult } from "../../tools/tool.ts";
import { sortResults } from "../built-in/results.ts";
import type { BoundFact } from "./bound-facts.ts";
import { fold } from "./fold.ts";
import type { Names } from "./names.ts";

/** What would make a plan fit, with the verdict after it. */
export type Remedy = { change: string; verdict: "fits" | "tight" };

/** What a tool decided of a board and its workloads; each verdict with the fact that decides it. */
export type Finding = {
  boards: ReadonlySet<string>;
  models: ReadonlySet<string>;
  verdict?: Verdict;
  pace?: Pace;
  claim?: ClaimVerdict;
  fact?: string;
  fixes: readonly Remedy[];
  /** How a reason names it: "Jetson Orin NX 16GB". */
  name: string;
  /** True where the question did not ask for it. */
  isAside?: boolean;
};

type Call = { name: string; input: unknown; output: ToolResult; isAside?: boolean };
type Find = (text: string) => { boards: Set<string>; models: Set<string> };

function finder(names: Names): Find {
  return (text) => {
    const mentions = names.find(fold(text));
    const of = (wanted: string) => new Set(mentions.flatMap(({ kind, ids }) => (kind === wanted ? ids : [])));
    return { boards: of("board"), models: of("model") };
  };
}

/** A fact under its number in this turn; nothing where the result has none of that id. */
function factNamed(call: number, id: string, bound: ReadonlyMap<string, BoundFact>): { fact?: string } {
  const numbered = `${call}.${id}`;
  return bound.has(numbered) ? { fact: numbered } : {};
}

function ofFit(
  { names, verdict, fixes }: MemoryFit,
  call: number,
  bound: ReadonlyMap<string, BoundFact>,
  find: Find,
) {
  return {
    ...find(`${names.device} | ${names.workloads.join(" | ")}`),
    verdict,
    fixes,
    name: names.device,
    ...factNamed(call, "headroom", bound),
  };
}

type Row = { name: string; verdict: Verdict; pace: Pace | null; headroomBytes: number };

function ofRow(row: Row, models: ReadonlySet<string>, facts: readonly BoundFact[], find: Find): Finding[] {
  const { boards } = find(row.name);
  const headroom = facts.find(
    ({ quantity, value, boards: own }) =>
      quantity === "headroom" && value === row.headroomBytes && [...own].some((board) => boards.has(board)),
  );
  const about = { boards, models, fixes: [], name: row.name, ...(headroom && { fact: headroom.id }) };
  const { verdict, pace } = row;
  return [{ ...about, verdict, ...(pace && { pace }) }];
}

/** Everything the tools of this turn decided. */
export function findingsOf(calls: readonly Call[], facts: readonly BoundFact[], names: Names): Finding[] {
  const find = finder(names);
  const bound = new Map(facts.map((fact) => [fact.id, fact]));
  return calls.flatMap((call, index): Finding[] => {
    const number = index + 1;
    const own = facts.filter(({ id }) => id.startsWith(`${number}.`));
    const { fits, speeds, comparisons, systemPlans, claims } = sortResults([call]);
    const rows = [
      ...comparisons.flatMap(({ rows: all }) => all),
      ...systemPlans.flatMap(({ plans }) => plans),
    ];
    const models = new Set(own.flatMap(({ models: named }) => [...named]));
    const found = [
      ...fits.map((fit): Finding => ofFit(fit, number, bound, find)),
      ...speeds.flatMap(({ names: { device, model }, pace, blockers }): Finding[] => {
        const about = { ...find(`${device} | ${model}`), fixes: [], name: device };
        if (blockers.length > 0) return [{ ...about, verdict: "unsupported" }];
        return pace ? [{ ...about, pace, ...factNamed(number, "decode", bound) }] : [];
      }),
      ...rows.flatMap((row) => ofRow(row, models, own, find)),
      ...claims.map(
        ({ verdict, claim }): Finding => ({
          ...find(own.map(({ entity }) => entity).join(" | ")),
          claim: verdict,
          fixes: [],
          name: claim,
          ...factNamed(number, "claimed", bound),
        }),
      ),
    ];
    return call.isAside ? found.map((finding) => ({ ...finding, isAside: true })) : found;
  });
}
