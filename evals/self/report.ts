import { markdownTable } from "../markdown-table.ts";
import type { Asked, Manner } from "./ask-personality.ts";
import type { Tally } from "./try-mutants.ts";

/** A personality asked in one manner. */
export type Behaved = Manner & { personality: string; asked: Asked[] };

/** Everything that the evals found out about themselves. */
export type SelfReport = { cases: number; tallies: Tally[]; behaved: Behaved[] };

type Share = { passed: number; scored: number };

/** How often one of some scorers let an answer pass, out of the times it was asked. */
function shareOf(asked: readonly Asked[], scorers?: readonly string[]): Share {
  const scores = asked
    .flatMap((each) => each.scores)
    .filter(({ scorer }) => scorers?.includes(scorer) ?? true);
  return { passed: scores.filter(({ passed }) => passed).length, scored: scores.length };
}

const percent = ({ passed, scored }: Share) =>
  scored === 0 ? "–" : `${((100 * passed) / scored).toFixed(1)} %`;

/** What a lie is caught by. */
const truthScorers = ["verdict", "numbers"];
/** With the check switched off, a liar may be right by accident only. */
const mostRightLies = 0.1;

function missedByMutants(tallies: readonly Tally[]): string[] {
  return tallies.flatMap(({ kind, scorer, made, right, wrong }) => {
    if (made === 0)
      return [`No mutant “${kind}” could be made: nobody knows whether ${scorer ?? "a scorer"} sees it.`];
    const [first] = wrong;
    return right === made || !first ? [] : [`${kind}: ${right} of ${made}; ${first.case}: ${first.reason}`];
  });
}

function missedByPersonality({ personality, mode, isChecked, asked }: Behaved): string[] {
  const who = `${personality}, ${mode}${isChecked ? "" : ", unchecked"}`;
  const isGood = personality === "good" && isChecked;
  const failed = asked.flatMap(({ case: id, scores }) =>
    scores.flatMap(({ scorer, passed, reason = "" }) =>
      passed ? [] : [`${who}: ${id}, ${scorer}: ${reason}`],
    ),
  );
  const shown = asked.flatMap(({ case: id, shown: wrong }) =>
    wrong.map((text) => `${who}: ${id} shows ${text}`),
  );
  const degraded = asked.filter((each) => each.degraded).map(({ case: id }) => `${who}: ${id} was degraded.`);
  const { passed, scored } = shareOf(asked, truthScorers);
  const isBelieved = personality === "liar" && !isChecked && passed > mostRightLies * scored;
  return [
    ...(isGood ? failed : []),
    ...(isChecked ? shown : []),
    ...degraded,
    ...(isBelieved ? [`${who}: ${passed} of ${scored} lies passed.`] : []),
  ];
}

/** The bars that were missed, in a sentence each. */
export function missedBars({ tallies, behaved }: SelfReport): string[] {
  return [...missedByMutants(tallies), ...behaved.flatMap(missedByPersonality)];
}

function mutantTable(tallies: readonly Tally[]): string {
  const rows = tallies.map(({ kind, scorer, made, right }) => [
    kind,
    scorer ?? "none",
    String(made),
    String(right),
  ]);
  return markdownTable(["fault", "scorer that has to see it", "made", "judged rightly"], rows);
}

/** With the check and without it side by side: what lies between them is what the check adds. */
function personalityTable(behaved: readonly Behaved[]): string {
  const rows = behaved
    .filter(({ isChecked }) => isChecked)
    .map(({ personality, mode, asked }) => {
      const bare = behaved.find(
        (each) => !each.isChecked && each.personality === personality && each.mode === mode,
      );
      const wrong = (some: readonly Asked[]) => String(some.filter(({ shown }) => shown.length > 0).length);
      return [
        personality,
        mode,
        String(asked.length),
        percent(shareOf(asked, truthScorers)),
        percent(shareOf(bare?.asked ?? [], truthScorers)),
        percent(shareOf(asked)),
        percent(shareOf(bare?.asked ?? [])),
        wrong(asked),
        wrong(bare?.asked ?? []),
      ];
    });
  const head = [
    "personality",
    "mode",
    "cases",
    "verdict and numbers, checked",
    "unchecked",
    "all scorers, checked",
    "unchecked",
    "answers that show something wrong, checked",
    "unchecked",
  ];
  return markdownTable(head, rows);
}

/** The tables, for the terminal and for the report. */
export function formatTables({ tallies, behaved }: SelfReport): string {
  return `${mutantTable(tallies)}\n\n${personalityTable(behaved)}`;
}

/** The whole report in Markdown. */
export function formatReport(report: SelfReport): string {
  const missed = missedBars(report);
  return `# What the evals miss

Written by \`npm run eval:self\`. Answers that every scorer lets pass (${report.cases} cases) are given one fault each, and the
scorer responsible has to see it; changes of form have to be let pass by all. Behind the agent stand models of known
character, over HTTP as Ollama speaks it: with the check of the agent, and with one that believes everything.

${formatTables(report)}

${missed.length === 0 ? "All bars are reached." : `Missed:\n\n${missed.map((bar) => `- ${bar}`).join("\n")}`}
`;
}
