import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Passage } from "../../knowledge/search.ts";

/**
 * The same knowledge, which searches once for what is asked twice: the agent searches, and the scorers search again
 * for the same words. A search that failed is not kept.
 */
export function rememberSearches(knowledge: Knowledge): Knowledge {
  const found = new Map<string, Promise<Passage[]>>();
  const search: Knowledge["search"] = (query, options) => {
    const key = JSON.stringify([query, options]);
    const passages = found.get(key) ?? knowledge.search(query, options);
    found.set(key, passages);
    passages.catch(() => found.delete(key));
    return passages;
  };
  // The catalogues load when they are first asked for, so they are reached through the knowledge they belong to.
  return Object.create(knowledge, { search: { value: search } });
}
