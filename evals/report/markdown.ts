import { markdownTable } from "../markdown-table.ts";
import type { Run } from "../trial.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { caseReasons } from "./failures.ts";
import { formatInterval, formatShare } from "./figures.ts";
import { caseResults } from "./outcome.ts";
import type { Rate } from "./rate.ts";
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

const rateCells = (rate: Rate) => [
  `${rate.passed}/${rate.scored}`,
  formatShare(rate.share),
  formatInterval(rate),
];

function scorerTable({ scorers }: Statistics): string {
  const rows = scorers.map(({ scorer, rate }) => [scorer, ...rateCells(rate)]);
  return markdownTable(["Scorer", "Passed", "Share", "95 % interval"], rows);
}

function tagTable({ tags, scorers }: Statistics): string {
  const names = scorers.map(({ scorer }) => scorer);
  const rows = tags.map(({ tag, rate, scorers: own }) => {
    const cells = names.map((name) => {
      const found = own.find(({ scorer }) => scorer === name);
      return found ? formatShare(found.rate.share) : "–";
    });
    return [tag, String(rate.cases), formatShare(rate.share), ...cells];
  });
  return markdownTable(["Tag", "Cases", "All scorers", ...names], rows);
}

function caseList(run: Run): string {
  const wrong = caseResults(run).filter(({ outcome }) => outcome !== "passed");
  const lines = wrong.map((one) => {
    const reasons = caseReasons(one).map((reason) => `\n  - ${escapeMarkdown(reason)}`);
    return `- **${one.outcome}** \`${one.id}\`${reasons.join("")}`;
  });
  return lines.length === 0 ? "Every case passed." : lines.join("\n");
}

/** A run as Markdown, for a pull request or a page of notes. */
export function formatMarkdown(run: Run): string {
  const statistics = statisticsOf(run);
  const { header } = run;
  const sentences = [
    passSentence(statistics),
    powerSentence(statistics),
    agreementSentence(statistics),
    gapSentence(statistics),
    costSentence(statistics),
  ].filter((sentence) => sentence !== "");
  return [
    `# Evals of ${escapeMarkdown(subjectOf(header))}`,
    `${escapeMarkdown(placeOf(header))}; ${header.cases} cases, hash ${header.casesHash}.`,
    sentences.map((sentence) => `- ${escapeMarkdown(sentence)}`).join("\n"),
    "## Scorers",
    scorerTable(statistics),
    "Shares are means over the cases of the share of their trials that passed. Intervals are Wilson's at 95 % and count cases, since trials of one case are alike. pass@1 is the share of trials that pass every scorer; pass^k the chance that k trials of a case all do, estimated as C(passed, k) ÷ C(trials, k).",
    "## Tags",
    tagTable(statistics),
    "## Cases that did not pass",
    `${caseList(run)}\n`,
  ].join("\n\n");
}
