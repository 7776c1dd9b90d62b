import { z } from "zod";
import { type Chunk, HEADING_SEPARATOR } from "./chunk.ts";
import { AppError } from "./errors.ts";

/** Passages on disk, found by words. The one place that knows LanceDB. */
export type PassageStore = {
  /** The passages that share words with `terms`, best first; `document` must be a checked id, since it goes into SQL. */
  match(terms: string, limit: number, document?: string): Promise<ScoredChunk[]>;
};

const ScoredChunk = z.object({
  id: z.string(),
  document: z.string(),
  heading: z.string(),
  text: z.string(),
  start: z.number(),
  end: z.number(),
  _score: z.number(),
});
type ScoredChunk = z.infer<typeof ScoredChunk>;

const TABLE = "passages";
const SEARCH_COLUMN = "searchText";
const columns = Object.keys(ScoredChunk.shape);

/** LanceDB is loaded on first use: most commands never search, and its native part may be missing on a machine. */
async function loadLance() {
  try {
    return await import("@lancedb/lancedb");
  } catch (cause) {
    throw new AppError(
      "index-unavailable",
      "Cannot search the documents: LanceDB does not load on this machine; install the packages for its platform.",
      { cause },
    );
  }
}

/** The section's own heading counts twice beside the path and the text: who asks in its words means that section. */
function toSearchText({ heading, text }: Chunk): string {
  const own = heading.split(HEADING_SEPARATOR).at(-1) ?? heading;
  return `${heading}\n${own}\n${text}`;
}

/**
 * Writes passages and their full-text index into an empty folder.
 * No stemming and no stop words: "Q4_K_M", "INT4" and "NX" are the words people look for. The index is built
 * after the rows, because LanceDB finds nothing with an index made over an empty table.
 */
export async function createStore(folder: string, chunks: readonly Chunk[]): Promise<void> {
  const { connect, Index } = await loadLance();
  const connection = await connect(folder);
  const rows = chunks.map((chunk) => ({ ...chunk, [SEARCH_COLUMN]: toSearchText(chunk) }));
  const table = await connection.createTable(TABLE, rows);
  await table.createIndex(SEARCH_COLUMN, {
    config: Index.fts({
      baseTokenizer: "simple",
      lowercase: true,
      asciiFolding: true,
      stem: false,
      removeStopWords: false,
      withPosition: true,
    }),
  });
  table.close();
  connection.close();
}

/** Opens passages that {@link createStore} wrote. */
export async function openStore(folder: string): Promise<PassageStore> {
  const { connect, MatchQuery } = await loadLance();
  const connection = await connect(folder);
  const table = await connection.openTable(TABLE);
  return {
    async match(terms, limit, document) {
      const query = table.query().fullTextSearch(new MatchQuery(terms, SEARCH_COLUMN));
      if (document !== undefined) query.where(`document = '${document}'`);
      const rows: unknown[] = await query.select(columns).limit(limit).toArray();
      return rows.map((row) => ScoredChunk.parse(row));
    },
  };
}
