import { z } from "zod";
import type { Passage } from "../knowledge/search.ts";
import { type Doubt, findDoubts } from "./claims/passage-doubts.ts";
import { createFactBook } from "./facts.ts";
import { defineTool, type ToolResult } from "./tool.ts";

const DEFAULT_LIMIT = 5;
const DIGEST_PASSAGES = 4;
const DIGEST_DOUBTS = 2;
/** Four lines of this length stay below 300 tokens, ids included. */
const DIGEST_LINE_CHARACTERS = 240;

/** A passage's id and its beginning on one line, cut between words. */
function digestLine({ id, text }: Passage): string {
  const line = `[${id}] ${text.replace(/\s+/g, " ")}`;
  if (line.length <= DIGEST_LINE_CHARACTERS) return line;
  return `${line.slice(0, DIGEST_LINE_CHARACTERS).replace(/ \S*$/, "")} …`;
}

/** Passages, best first, as the documents' notes have them. */
export type DocumentSearch = ToolResult & {
  passages: Passage[];
  /** Figures in the passages that physics, a record or another source speaks against. */
  doubts: Doubt[];
  resolved: { query: string; limit: number; source?: string };
  assumptions: string[];
};

/** What the documents say about something, word for word: passages to cite, never numbers to compute with. */
export const searchDocuments = defineTool({
  name: "search-documents",
  description:
    "Search the source documents about Jetson boards, models, runtimes and quantization. Gives passages with the ids to cite.",
  input: z.strictObject({
    query: z.string().max(500).describe("A question or a few words, such as: cold start on Thor"),
    limit: z.int().min(1).max(20).optional().describe("How many passages, 5 when left out"),
    source: z.string().max(100).optional().describe("Id of the one document to search in"),
  }),
  async run({ query, limit = DEFAULT_LIMIT, source }, knowledge): Promise<DocumentSearch> {
    const passages = await knowledge.search(query, { limit, source });
    const book = createFactBook("documents", knowledge);
    book.cite(passages.map(({ document }) => document));
    const doubts = await findDoubts(passages, knowledge);
    return {
      passages,
      doubts,
      resolved: source === undefined ? { query, limit } : { query, limit, source },
      assumptions: [],
      facts: book.facts,
      sources: book.sources(),
    };
  },
  digest({ passages, doubts, resolved }) {
    if (passages.length === 0) return `No passage of the documents matches "${resolved.query}".`;
    const shown = passages.slice(0, DIGEST_PASSAGES);
    const wrong = doubts.filter(({ passage }) => shown.some(({ id }) => id === passage));
    const warning = wrong.map(({ figure, verdict, passage }) => `${figure} is ${verdict} [${passage}]`);
    return [
      ...shown.map(digestLine),
      ...(warning.length > 0 ? [`Not to be relied on: ${warning.slice(0, DIGEST_DOUBTS).join("; ")}`] : []),
    ].join("\n");
  },
});
