import type { ToolResult } from "../tool.ts";

/** A fact of a result as people write it; a question mark where the result lacks it. */
export function displayedFact({ facts }: Pick<ToolResult, "facts">, id: string): string {
  return facts.find((fact) => fact.id === id)?.display ?? "?";
}
