import { isListOf, isNullOr, isShape, isString } from "../guards.ts";

/** What every tool's result carries beside its own fields. */
export const groundsShape = {
  assumptions: isListOf(isString),
  sources: isListOf(isShape({ id: isString, title: isString, date: isNullOr(isString) })),
};

export type Grounds = {
  assumptions: string[];
  sources: { id: string; title: string; date: string | null }[];
};

/** The sources as people read them, by id. */
export function titlesOf({ sources }: Pick<Grounds, "sources">): ReadonlyMap<string, string> {
  return new Map(sources.map(({ id, title, date }) => [id, date ? `${title} (${date})` : title]));
}
