import type { Change, Comparison } from "./compare.ts";
import { ALL } from "./max-drop.ts";
import type { Pair, Tally } from "./paired.ts";

/** A list of a comparison, a line each. */
export type Section = { title: string; lines: readonly string[] };

type Direction = "better" | "worse";

/** How trials of one case went: "passed", or "2/3" where it was tried several times. */
function formatTally({ passed, scored }: Tally): string {
  if (scored > 1) return `${passed}/${scored}`;
  return passed === 1 ? "passed" : "failed";
}

function formatPair({ before, after, reasons }: Pair, scorers: readonly string[]): string {
  const because = reasons.length > 0 ? ` – ${reasons.join("; ")}` : "";
  return `${formatTally(before)} → ${formatTally(after)} (${scorers.join(", ")})${because}`;
}

const overall = (changes: readonly Change[], direction: Direction) =>
  changes.find(({ scorer }) => scorer === ALL)?.[direction] ?? [];
const byScorer = (changes: readonly Change[]) => changes.filter(({ scorer }) => scorer !== ALL);

/** Cases of which more or fewer trials pass, each with the scorers that are the cause. */
function flips(changes: readonly Change[], direction: Direction): string[] {
  return overall(changes, direction).map((pair) => {
    const causes = byScorer(changes).filter((change) =>
      change[direction].some((one) => one.case === pair.case),
    );
    return `${pair.case}: ${formatPair(
      pair,
      causes.map(({ scorer }) => scorer),
    )}`;
  });
}

/** Cases that pass or fail as before although a scorer judges them otherwise. */
function shifts(changes: readonly Change[], direction: Direction): string[] {
  const flipped = new Set(overall(changes, direction).map((pair) => pair.case));
  return byScorer(changes).flatMap((change) =>
    change[direction]
      .filter((pair) => !flipped.has(pair.case))
      .map((pair) => `${pair.case}: ${formatPair(pair, [change.scorer])}`),
  );
}

/** What there is to say of a comparison beside its table, the gravest first; lists that are empty are left out. */
export function sectionsOf(comparison: Comparison): Section[] {
  const { changes, differences, onlyBefore, onlyAfter, lost, regained, broken } = comparison;
  return [
    { title: "Demands that are not kept", lines: broken },
    { title: "The runs differ in", lines: differences },
    { title: "Worse", lines: flips(changes, "worse") },
    { title: "Better", lines: flips(changes, "better") },
    { title: "Fail as before, but worse by a scorer", lines: shifts(changes, "worse") },
    { title: "Fail as before, but better by a scorer", lines: shifts(changes, "better") },
    { title: "Judged before, errors now", lines: lost },
    { title: "Errors before, judged now", lines: regained },
    { title: "Only in the first run", lines: onlyBefore },
    { title: "Only in the second run", lines: onlyAfter },
  ].filter(({ lines }) => lines.length > 0);
}
