import { AppError } from "../../knowledge/errors.ts";
import type { Case } from "../case.ts";

/** Which cases are asked; all of them where nothing is said. */
export type Selection = {
  /** Cases with any of these tags; of those with "!" before them none. */
  tags?: readonly string[];
  /** An id, or what ids begin with. */
  only?: string;
};

function refuse(wanted: string, existing: readonly string[]): never {
  throw new AppError("invalid-input", `Cannot select cases: ${wanted}. There are ${existing.join(", ")}.`);
}

/** A tag that no case has is a slip, and would select nothing, or everything, without a word. */
function requireTags(cases: readonly Case[], tags: readonly string[]): void {
  const existing = [...new Set(cases.flatMap((each) => each.tags))].sort();
  for (const tag of tags.map((each) => each.replace(/^!/, "")))
    if (!existing.includes(tag)) refuse(`none has the tag "${tag}"`, existing);
}

/** The cases that were asked for, in their order. */
export function selectCases(cases: readonly Case[], { tags = [], only }: Selection): Case[] {
  requireTags(cases, tags);
  const without = tags.flatMap((tag) => (tag.startsWith("!") ? [tag.slice(1)] : []));
  const withAny = tags.filter((tag) => !tag.startsWith("!"));
  const selected = cases.filter(
    (each) =>
      (only === undefined || each.id.startsWith(only)) &&
      (withAny.length === 0 || withAny.some((tag) => each.tags.includes(tag))) &&
      !without.some((tag) => each.tags.includes(tag)),
  );
  if (selected.length > 0) return selected;
  const files = [...new Set(cases.map(({ id }) => id.split("/")[0] ?? id))];
  return refuse(only === undefined ? "none has these tags" : `none of these begins with "${only}"`, files);
}
