import { formatCount } from "../../knowledge/units.ts";
import type { Fact } from "../../tools/facts.ts";
import type { MemoryFit } from "../../tools/memory-fit.ts";

/** Boards shown side by side before the table gets too wide. */
const widestTable = 6;

function display({ facts }: MemoryFit, id: string): string {
  return facts.find((fact) => fact.id === id)?.display ?? "?";
}

const joined = (names: readonly string[]) => names.join(" + ");

function shortage(fit: MemoryFit): string {
  return display(fit, "headroom").replace(/^-/, "");
}

/** Why a plan cannot run, each reason once. */
function reasons({ blockers }: MemoryFit): string {
  return [...new Set(blockers.map(({ message }) => message))].join(" ");
}

/** What the plan needs and the board has, in a clause. */
function amounts(fit: MemoryFit): string {
  const verb = fit.names.workloads.length > 1 ? "need" : "needs";
  return `${joined(fit.names.workloads)} ${verb} ${display(fit, "needed")} with the system and a safety reserve, and the ${fit.names.device} reports ${display(fit, "available")}`;
}

/** The verdict on one board as a sentence a person would say. */
export function fitSentence(fit: MemoryFit): string {
  switch (fit.verdict) {
    case "fits":
      return `It fits: ${amounts(fit)}; ${display(fit, "headroom")} stays free.`;
    case "tight":
      return `It is tight: ${amounts(fit)}; that is ${shortage(fit)} short and eats into the reserve.`;
    case "does-not-fit":
      return fit.blockers.length > 0
        ? `It does not fit: ${reasons(fit)}`
        : `It does not fit: ${amounts(fit)}; that is ${shortage(fit)} short.`;
    case "unsupported":
      return `It is unsupported: ${reasons(fit)}`;
  }
}

const shortVerdicts = {
  fits: "fits",
  tight: "tight",
  "does-not-fit": "does not fit",
  unsupported: "unsupported",
} as const;

const namedVerdicts = { ...shortVerdicts, tight: "is tight", unsupported: "is unsupported" } as const;

/** The opening line: one verdict, or how the boards differ; the boards are named where it follows the name of another. */
export function fitHeadline(fits: readonly MemoryFit[], namesBoards = false): string {
  const [first] = fits;
  if (!first) return "";
  const isOne = fits.every(({ verdict }) => verdict === first.verdict);
  if (isOne && namesBoards)
    return `**${fits.map(({ names, verdict }) => `${names.device} ${namedVerdicts[verdict]}`).join(", ")}.**`;
  const words = {
    fits: "Yes, it fits.",
    tight: "It is tight.",
    "does-not-fit": "No, it does not fit.",
    unsupported: "No, this is unsupported.",
  };
  if (isOne) return `**${words[first.verdict]}**`;
  const each = fits.map(({ names, verdict }) => `${names.device} ${shortVerdicts[verdict]}`);
  return `**It depends on the board: ${each.join(", ")}.**`;
}

const cacheAsked =
  /\b(?:how\s+(?:much|big|large|many)|size|takes?|memory)\b[^.?!]*\bkv[\s-]*cache\b|\bkv[\s-]*cache\b[^.?!]*\b(?:takes?|size|big|large|need|memory)\b/i;

/** What the KV cache takes, for the opening; empty where it is not asked. */
export function cacheClause(question: string, fits: readonly MemoryFit[]): string {
  const [first] = cacheAsked.test(question) ? fits : [];
  const cache = first?.facts.find(({ label }) => label.startsWith("KV cache ("));
  const workload = first?.resolved.workloads.find(({ contextTokens }) => contextTokens !== undefined);
  if (!first || !cache || !workload?.contextTokens) return "";
  return `**The KV cache of ${first.names.workloads[0]} takes ${cache.display} at ${formatCount(workload.contextTokens)} tokens of context.**`;
}

function cell(fit: MemoryFit, id: string): string {
  const fact = fit.facts.find((candidate) => candidate.id === id);
  return fact ? fact.display : "–";
}

function ledgerFacts({ facts }: MemoryFit): Fact[] {
  const totals = [
    "available",
    "needed",
    "working-set",
    "headroom",
    "largest-allocation",
    "rule-weights",
    "rule-low",
    "rule-high",
  ];
  return facts.filter(({ id }) => !totals.includes(id));
}

function rowLabel({ label, id }: Fact): string {
  return id === "os" || id === "reserve" ? label.replace(/ \(.*\)$/, "") : label;
}

/** The ledger, line by line, boards side by side; lines of a plan without memory are left out. */
export function ledgerTable(fits: readonly MemoryFit[]): string {
  const shown = fits
    .filter(({ verdict, bytesAvailable }) => verdict !== "unsupported" && bytesAvailable > 0)
    .slice(0, widestTable);
  const [first] = shown;
  if (!first) return "";
  const rows = [
    ...ledgerFacts(first).map((fact) => ({ id: fact.id, label: rowLabel(fact) })),
    { id: "needed", label: "**needed in all**" },
    { id: "available", label: "**usable memory**" },
    { id: "headroom", label: "**headroom**" },
    { id: "working-set", label: "working set (workloads only)" },
  ];
  const head = `| | ${shown.map(({ names }) => names.device.replace(/^Jetson /, "")).join(" | ")} |`;
  const rule = `|---|${shown.map(() => "---:").join("|")}|`;
  const body = rows.map(({ id, label }) => `| ${label} | ${shown.map((fit) => cell(fit, id)).join(" | ")} |`);
  return [head, rule, ...body].join("\n");
}

/** What would make it fit; boards that the same change helps stand together. Empty where it fits. */
export function fixLines(fits: readonly MemoryFit[]): string[] {
  const boards = new Map<string, string[]>();
  for (const { fixes, names } of fits)
    for (const { change, verdict } of fixes) {
      const line = `${change} → ${shortVerdicts[verdict]}`;
      boards.set(line, [...(boards.get(line) ?? []), names.device]);
    }
  return [...boards].map(([line, helped]) =>
    fits.length > 1 ? `- ${helped.join(", ")}: ${line}` : `- ${line}`,
  );
}

/** What would make it fit, as the opening: the smallest change on each board that does not hold it. */
export function fixHeadline(fits: readonly MemoryFit[]): string {
  const failing = fits.filter(({ verdict }) => verdict !== "fits");
  if (failing.length === 0) return "**It fits as it is.**";
  const lines = failing.map(({ fixes, names }) => {
    const fix = fixes.find(({ verdict }) => verdict === "fits") ?? fixes[0];
    return fix
      ? `${names.device}: ${fix.change} → ${shortVerdicts[fix.verdict]}`
      : `${names.device}: nothing that was tried`;
  });
  return `**What would make it fit: ${lines.join("; ")}.**`;
}
