import type { RunHeader } from "../trial.ts";

/** What has to agree before results can stand in one table. When and where they were made may differ. */
const decisive = [
  "format",
  "model",
  "mode",
  "checked",
  "trials",
  "cases",
  "casesHash",
] as const satisfies readonly (keyof RunHeader)[];

/** In what two runs differ that cannot be put together, in words; empty where they can. */
export function headerDifferences(one: RunHeader, other: RunHeader): string[] {
  return decisive
    .filter((field) => one[field] !== other[field])
    .map((field) => `${field} ${one[field]} against ${other[field]}`);
}
