import { markdownTable } from "../markdown-table.ts";
import type { Change, Comparison } from "./compare.ts";
import { sectionsOf } from "./comparison-sections.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { formatPoints, formatShare } from "./figures.ts";
import { placeOf, subjectOf } from "./sentences.ts";
import { textTable } from "./text-table.ts";

/** As much of a list as the terminal shows; Markdown has all. */
const mostListed = 20;

const head = ["scorer", "cases", "before", "after", "points", "better", "worse", "chance", "may fall"];

const note =
  "Shares are over the cases that were judged in both runs. Better and worse count cases; whether their split may be chance is told by an exact sign test (of pairs of passed and failed: McNemar's), with Holm's correction for the number of scorers.";

function chanceCell({ better, worse, chance, isBeyondChance }: Change): string {
  if (better.length + worse.length === 0) return "no change";
  const figure = chance < 0.001 ? "p < 0.001" : `p = ${chance.toFixed(3)}`;
  return isBeyondChance ? `beyond chance (${figure})` : `may be chance (${figure})`;
}

function demandCell({ allowed, isBroken }: Change): string {
  return allowed === undefined ? "–" : `${formatPoints(allowed)} points: ${isBroken ? "broken" : "kept"}`;
}

function rowOf(change: Change): string[] {
  const { scorer, cases, before, after, better, worse } = change;
  const points = `${after < before ? "−" : "+"}${(100 * Math.abs(after - before)).toFixed(1)}`;
  const shares = cases === 0 ? ["–", "–", "–"] : [formatShare(before), formatShare(after), points];
  const counts = [String(better.length), String(worse.length)];
  return [scorer, String(cases), ...shares, ...counts, chanceCell(change), demandCell(change)];
}

function titlesOf({ before, after }: Comparison): string[] {
  return [
    `before: ${subjectOf(before)} (${placeOf(before)})`,
    `after: ${subjectOf(after)} (${placeOf(after)})`,
  ];
}

/** A comparison for the terminal. */
export function formatComparison(comparison: Comparison): string {
  const sections = sectionsOf(comparison).map(({ title, lines }) => {
    const shown = lines.slice(0, mostListed).map((line) => `  ${line}`);
    const more = lines.length - shown.length;
    return [`${title}:`, ...shown, ...(more > 0 ? [`  and ${more} more`] : [])].join("\n");
  });
  const table = textTable(head, comparison.changes.map(rowOf));
  return [titlesOf(comparison).join("\n"), table, ...sections].join("\n\n");
}

/** A comparison as Markdown. */
export function formatComparisonMarkdown(comparison: Comparison): string {
  const list = (lines: readonly string[]) => lines.map((line) => `- ${escapeMarkdown(line)}`).join("\n");
  const sections = sectionsOf(comparison).map(({ title, lines }) => `## ${title}\n\n${list(lines)}`);
  const table = markdownTable(head, comparison.changes.map(rowOf));
  const title = "# Two runs of the evals compared";
  return `${[title, list(titlesOf(comparison)), table, note, ...sections].join("\n\n")}\n`;
}
