import { metricUnit } from "../../knowledge/claim-schema.ts";
import type { Contradiction } from "../../tools/claims/contradictions.ts";
import { subjectWords } from "../../tools/claims/document-claim.ts";
import { claimedWords, claimVerdicts } from "../../tools/claims/judgement.ts";
import { markdownTable } from "../markdown-table.ts";
import { type Audited, isQuestioned } from "./audit.ts";

const verdicts = [...claimVerdicts].reverse();
const ceilings = ["above-bandwidth-ceiling", "above-compute-ceiling", "below-compute-floor"];

function figureOf({ claim }: Audited): string {
  return claimedWords(claim, metricUnit(claim.metric));
}

/** Who disagrees, each source once with its first sentence and how often more. */
function contradictionWords(contradictions: readonly Contradiction[]): string {
  const bySource = Map.groupBy(contradictions, ({ source }) => source);
  return [...bySource.values()]
    .map(
      ([first, ...more]) =>
        `${first?.message ?? ""}${more.length > 0 ? ` (and ${more.length} more there)` : ""}`,
    )
    .join(" ");
}

/** Grounds against a figure; of those for it nothing is said here. */
function groundWords({ checked, claim }: Audited): string {
  const against = checked.reasons.filter(({ verdict }) => verdict !== "consistent" && verdict !== "unknown");
  const note = claim.note ? ` Note: ${claim.note}.` : "";
  return `${against.map(({ message }) => message).join(" ")}${note}`.trim();
}

function countRows(audited: readonly Audited[]): string[][] {
  const bySource = Map.groupBy(audited, ({ claim }) => claim.source);
  const count = (of: readonly Audited[], verdict: string) =>
    String(of.filter(({ checked }) => checked.verdict === verdict).length);
  const row = (name: string, of: readonly Audited[]) => [
    name,
    String(of.length),
    ...verdicts.map((verdict) => count(of, verdict)),
    String(of.filter(({ checked }) => checked.contradictions.length > 0).length),
  ];
  return [...[...bySource].map(([source, of]) => row(source, of)), row("all", audited)];
}

const breaksCeiling = ({ checked }: Audited) =>
  checked.reasons.some(({ code, verdict }) => ceilings.includes(code) && verdict !== "consistent");

/** Figures above what physics allows, worst first. */
function ceilingRows(audited: readonly Audited[]): string[][] {
  const broken = audited
    .filter(breaksCeiling)
    .sort((a, b) => (b.checked.ratioToCeiling ?? 0) - (a.checked.ratioToCeiling ?? 0));
  return broken.map((one) => [
    one.claim.id,
    subjectWords(one.claim),
    figureOf(one),
    `${(one.checked.ratioToCeiling ?? 0).toFixed(2)} ×`,
    one.checked.reasons.find(({ code }) => ceilings.includes(code))?.message ?? "",
  ]);
}

function sectionsByVerdict(audited: readonly Audited[]): string[] {
  return verdicts.flatMap((verdict) => {
    const of = audited.filter((one) => one.checked.verdict === verdict && isQuestioned(one));
    if (of.length === 0) return [];
    const title =
      verdict === "consistent" || verdict === "unknown"
        ? `## ${verdict}, but another source says otherwise`
        : `## ${verdict}`;
    const rows = of.map((one) => [
      one.claim.id,
      `${subjectWords(one.claim)} – "${one.claim.heading}"`,
      figureOf(one),
      groundWords(one),
      contradictionWords(one.checked.contradictions),
    ]);
    return [title, markdownTable(["id", "claim and place", "figure", "arithmetic", "who disagrees"], rows)];
  });
}

/** The summary that the terminal prints. */
export function auditSummary(audited: readonly Audited[]): string {
  return markdownTable(["document", "figures", ...verdicts, "contradicted"], countRows(audited));
}

/** The whole report in Markdown: the same knowledge gives the same bytes. */
export function auditReport(audited: readonly Audited[]): string {
  const broken = ceilingRows(audited);
  return `${[
    "# Audit of the sources",
    "Every figure of the five documents, checked by `check-claim` against physics, the records of boards and models, measured runs and one another. Written by `npm run audit-sources`.",
    "`impossible`: physics or arithmetic forbids it. `implausible`: far from what is computed, measured or on record. `doubtful`: outside what is expected, or out of date. A document's own runs never confirm it.",
    auditSummary(audited),
    `## Above the ceiling (${broken.length})`,
    markdownTable(["id", "claim", "figure", "of the ceiling", "arithmetic"], broken),
    ...sectionsByVerdict(audited),
  ].join("\n\n")}\n`;
}
