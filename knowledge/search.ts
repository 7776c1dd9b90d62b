import type { Chunk } from "./chunk.ts";
import { AppError } from "./errors.ts";
import { openIndex, type PassageIndex } from "./ingest.ts";

/** A piece of a document that can be cited, and how well it answers: higher is better, comparable in one search only. */
export type Passage = Chunk & { score: number };

/** What a search may be narrowed to. */
export type SearchOptions = { limit?: number | undefined; source?: string | undefined };

/** Full-text search over the documents. */
export type Search = { search(query: string, options?: SearchOptions): Promise<Passage[]> };

const DEFAULT_LIMIT = 5;
const MAX_LIMIT = 20;
/** A question is a sentence; a page of terms would only cost time. */
const MAX_QUERY_CHARACTERS = 500;
const MAX_TERMS = 40;

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The words of a query and nothing else, so that no character of it can mean anything to the search engine. */
function toTerms(query: string): string {
  const words = query.slice(0, MAX_QUERY_CHARACTERS).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.slice(0, MAX_TERMS).join(" ");
}

/** LanceDB takes a filter as SQL and has no parameters: only a slug that is the id of a document gets there. */
function checkSource(source: string, documents: readonly string[]): void {
  if (!slug.test(source))
    throw new AppError(
      "invalid-input",
      `Cannot search in this source: wanted the id of a document, one of ${documents.join(", ")}.`,
    );
  if (!documents.includes(source))
    throw new AppError(
      "unknown-id",
      `Cannot find the document "${source}": there are ${documents.join(", ")}.`,
      { candidates: documents },
    );
}

async function orUnavailable<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError(
      "index-unavailable",
      "Cannot search the documents: their index can be neither read nor built; see that its folder is writable and the disk not full.",
      { cause },
    );
  }
}

async function match(index: PassageIndex, terms: string, source: string | undefined): Promise<Passage[]> {
  const rows = await index.store.match(terms, MAX_LIMIT, source);
  const passages = rows.map(({ _score, ...chunk }) => ({ ...chunk, score: Number(_score.toFixed(3)) }));
  return passages.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/**
 * Opens the search over a folder of documents; the index is built in `indexFolder` where it is missing.
 * Throws `index-unavailable` when that fails. An index that goes bad under a running program, for one because
 * another process replaced it, is opened again once before a search fails.
 */
export async function openSearch(documentsFolder: string, indexFolder: string): Promise<Search> {
  const open = () => orUnavailable(() => openIndex(documentsFolder, indexFolder));
  let index = await open();
  return {
    async search(query, { limit = DEFAULT_LIMIT, source } = {}) {
      if (source !== undefined) checkSource(source, index.documents);
      const terms = toTerms(query);
      if (terms === "") return [];
      const passages = await match(index, terms, source).catch(async () => {
        index = await open();
        return orUnavailable(() => match(index, terms, source));
      });
      return passages.slice(0, Math.min(MAX_LIMIT, Math.max(1, Math.trunc(limit))));
    },
  };
}
