import { getTool } from "../../tools/registry.ts";
import type { PlannedCall } from "./planned-call.ts";
import type { Outcome } from "./results.ts";

const sides: Readonly<Record<string, string>> = { too_big: "too large", too_small: "too small" };

/** "contextTokens" as people read it. */
function spaced(field: string): string {
  return field
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/ usd$/, "");
}

/** Calls whose input no tool takes, such as a budget below zero: they never run, so the answer has to say so. */
export function refusalsOf(calls: readonly PlannedCall[]): Outcome[] {
  const seen = new Set<string>();
  return calls.flatMap(({ name, input }): Outcome[] => {
    const issue = getTool(name).input.safeParse(input).error?.issues[0];
    if (!issue) return [];
    const field = issue.path.findLast((part) => typeof part === "string") ?? "input";
    const error = `**Not computed:** the number given for “${spaced(String(field))}” is ${sides[issue.code] ?? "not valid"}.`;
    if (seen.has(error)) return [];
    seen.add(error);
    return [{ name, input, error }];
  });
}
