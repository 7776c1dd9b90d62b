import type { Check, CheckState } from "../../server/doctor/check.ts";

/** A check as it comes over HTTP. */
export type ShownCheck = Omit<Check, "fix"> & { fix?: string | undefined };

/** Checks of one subject, in the order in which they were made. */
export type CheckGroup = { name: string; checks: ShownCheck[] };

export const BOARD = "Board";
export const MEMORY = "Memory now";

/** Subjects in the order of the page, with the checks that belong to each; what is new comes last. */
const subjects: readonly (readonly [name: string, ids: readonly string[]])[] = [
  [
    "Model server",
    [
      "answers",
      "server",
      "server-version",
      "model",
      "model-tools",
      "context",
      "context-cost",
      "gpu",
      "ollama-settings",
    ],
  ],
  [BOARD, ["board", "l4t", "power-mode", "recommended-model"]],
  [MEMORY, ["memory"]],
  ["Program, index and records", ["version", "node", "index", "records"]],
];
const OTHERS = "Others";

function subjectOf({ id }: ShownCheck): string {
  return subjects.find(([, ids]) => ids.includes(id))?.[0] ?? OTHERS;
}

/** Sorts checks by their subjects; a subject without a check is left out. */
export function groupChecks(checks: readonly ShownCheck[]): CheckGroup[] {
  const names = [...subjects.map(([name]) => name), OTHERS];
  return names
    .map((name) => ({ name, checks: checks.filter((check) => subjectOf(check) === name) }))
    .filter((group) => group.checks.length > 0);
}

function countOf(checks: readonly ShownCheck[], state: CheckState): string[] {
  const count = checks.filter((check) => check.state === state).length;
  return count === 0 ? [] : [`${count} ${state}${count === 1 ? "" : "s"}`];
}

/** How everything stands, in one line. */
export function toOverallText(checks: readonly ShownCheck[]): string {
  const problems = countOf(checks, "problem");
  const found = [...problems, ...countOf(checks, "warning")].join(" and ");
  if (problems.length > 0) return `Not ready: ${found}.`;
  return found === "" ? "Ready: everything is as it should be." : `Ready, with ${found}.`;
}
