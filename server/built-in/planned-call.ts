/** A tool call to make. */
export type PlannedCall = { name: string; input: Record<string, unknown> };
