import type { Run } from "../trial.ts";
import { caseReasons } from "./failures.ts";
import { formatInterval, formatShare } from "./figures.ts";
import { type CaseResult, caseResults } from "./outcome.ts";
import {
  agreementSentence,
  costSentence,
  gapSentence,
  passSentence,
  placeOf,
  powerSentence,
  subjectOf,
} from "./sentences.ts";
import { type Statistics, statisticsOf } from "./statistics.ts";
import { textTable } from "./text-table.ts";

/** As many as a screen holds; the other reports have all. */
const mostListed = 10;

function scorerTable({ scorers }: Statistics): string {
  const rows = scorers.map(({ scorer, rate }) => [
    scorer,
    `${rate.passed}/${rate.scored}`,
    formatShare(rate.share),
    formatInterval(rate),
  ]);
  return rows.length === 0 ? "" : textTable(["scorer", "passed", "share", "95 %"], rows);
}

function listed(cases: readonly CaseResult[]): string {
  const lines = cases.slice(0, mostListed).map((one) => {
    const reasons = caseReasons(one).map((reason) => `\n    ${reason}`);
    return `  ${one.outcome} ${one.id}${reasons.join("")}`;
  });
  const more = cases.length - lines.length;
  return [...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join("\n");
}

/** A run in a screenful. */
export function formatSummary(run: Run): string {
  const statistics = statisticsOf(run);
  const wrong = caseResults(run).filter(({ outcome }) => outcome !== "passed");
  const head = [
    `${subjectOf(run.header)} (${placeOf(run.header)})`,
    passSentence(statistics),
    powerSentence(statistics),
    agreementSentence(statistics),
    gapSentence(statistics),
    costSentence(statistics),
  ];
  const blocks = [head.filter((line) => line !== "").join("\n"), scorerTable(statistics), listed(wrong)];
  return blocks.filter((block) => block !== "").join("\n\n");
}
