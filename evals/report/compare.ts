import { AppError } from "../../knowledge/errors.ts";
import type { Run, RunHeader } from "../trial.ts";
import { formatPoints } from "./figures.ts";
import { ALL, ERRORS, type MaxDrop } from "./max-drop.ts";
import { type CaseResult, caseResults, hasPassed } from "./outcome.ts";
import { changeOf, type Pair, pairUp } from "./paired.ts";
import { judgedBy } from "./rate.ts";
import { mergeOrders } from "./scorer-order.ts";
import { holm, signTest } from "./sign-test.ts";

/** Less than this is no finding. */
const significance = 0.05;

/** What became of one scorer, over the cases it judged both before and after. */
export type Change = {
  scorer: string;
  cases: number;
  before: number;
  after: number;
  better: Pair[];
  worse: Pair[];
  /** The chance of a split like this if nothing had changed, with all scorers compared at once taken into account. */
  chance: number;
  isBeyondChance: boolean;
  /** What the share may fall by; undefined where nothing was demanded. */
  allowed: number | undefined;
  isBroken: boolean;
};

/** Two runs side by side. */
export type Comparison = {
  before: RunHeader;
  after: RunHeader;
  /** Fields of the headers in which the runs differ. */
  differences: string[];
  changes: Change[];
  onlyBefore: string[];
  onlyAfter: string[];
  /** Cases that could be judged before and cannot now, and the other way round. */
  lost: string[];
  regained: string[];
  /** Demands that are not kept, in a sentence each. */
  broken: string[];
};

type Side = ReadonlyMap<string, CaseResult>;
const sideOf = (run: Run): Side => new Map(caseResults(run).map((one) => [one.id, one]));
const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Shares are fractions, so that a fall of exactly what is allowed must not be told from it by rounding. */
const tolerance = 1e-9;

function changeFor(scorer: string, pairs: readonly Pair[], allowed: number | undefined): Change {
  const better = pairs.filter((pair) => changeOf(pair) > 0);
  const worse = pairs.filter((pair) => changeOf(pair) < 0);
  const before = mean(pairs.map((pair) => pair.before.passed / pair.before.scored));
  const after = mean(pairs.map((pair) => pair.after.passed / pair.after.scored));
  return {
    scorer,
    cases: pairs.length,
    before,
    after,
    better,
    worse,
    chance: signTest(better.length, worse.length),
    isBeyondChance: false,
    allowed,
    isBroken: allowed !== undefined && (pairs.length === 0 || before - after > allowed + tolerance),
  };
}

function changesOf(before: Side, after: Side, maxDrop: MaxDrop): Change[] {
  const all = [...before.values(), ...after.values()].flatMap(({ scored }) => scored);
  const scorers = mergeOrders(all.map(({ scores }) => scores.map(({ scorer }) => scorer)));
  const unknown = [...maxDrop.keys()].filter((name) => ![ALL, ERRORS, ...scorers].includes(name));
  if (unknown.length > 0)
    throw new AppError(
      "invalid-input",
      `Cannot compare by ${unknown.join(", ")}: these runs have ${[ALL, ERRORS, ...scorers].join(", ")}.`,
    );
  const changes = [
    changeFor(ALL, pairUp(before, after, hasPassed), maxDrop.get(ALL)),
    ...scorers.map((scorer) =>
      changeFor(scorer, pairUp(before, after, judgedBy(scorer), scorer), maxDrop.get(scorer)),
    ),
  ];
  const chances = holm(changes.map(({ chance }) => chance));
  return changes.map((change, index) => {
    const chance = chances[index] ?? 1;
    return { ...change, chance, isBeyondChance: chance < significance };
  });
}

function differencesOf(before: RunHeader, after: RunHeader): string[] {
  const fields = ["model", "mode", "checked", "trials", "machine", "casesHash"] as const;
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => `${field}: ${before[field]} → ${after[field]}`);
}

function brokenOf(changes: readonly Change[], lost: readonly string[], both: number, maxDrop: MaxDrop) {
  const falls = changes
    .filter(({ isBroken }) => isBroken)
    .map(({ scorer, cases, before, after, allowed = 0 }) =>
      cases === 0
        ? `${scorer}: no case was judged both before and after.`
        : `${scorer} fell by ${formatPoints(before - after)} points, ${formatPoints(allowed)} are allowed.`,
    );
  const lostShare = both === 0 ? 0 : lost.length / both;
  const allowedLoss = maxDrop.get(ERRORS) ?? 0;
  const isLossy = maxDrop.size > 0 && lostShare > allowedLoss + tolerance;
  const loss = `${lost.length} of ${both} cases end in errors now, ${formatPoints(allowedLoss)} % may.`;
  return isLossy ? [...falls, loss] : falls;
}

/**
 * Compares two runs case by case. `maxDrop` says by how much the share of a scorer may fall; where it demands
 * anything, cases that only end in errors now break it too, since they would otherwise drop out of every share.
 */
export function compareRuns(earlier: Run, later: Run, maxDrop: MaxDrop): Comparison {
  const [before, after] = [sideOf(earlier), sideOf(later)];
  const both = [...before.keys()].filter((id) => after.has(id));
  const isError = (side: Side, id: string) => side.get(id)?.outcome === "error";
  const lost = both.filter((id) => !isError(before, id) && isError(after, id));
  const changes = changesOf(before, after, maxDrop);
  return {
    before: earlier.header,
    after: later.header,
    differences: differencesOf(earlier.header, later.header),
    changes,
    onlyBefore: [...before.keys()].filter((id) => !after.has(id)),
    onlyAfter: [...after.keys()].filter((id) => !before.has(id)),
    lost,
    regained: both.filter((id) => isError(before, id) && !isError(after, id)),
    broken: brokenOf(changes, lost, both.length, maxDrop),
  };
}

/** What the comparison exits with: 1 where a demand is not kept. */
export function exitCodeOf({ broken }: Comparison): 0 | 1 {
  return broken.length === 0 ? 0 : 1;
}
