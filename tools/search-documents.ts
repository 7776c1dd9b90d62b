import { z } from "zod";
import type { Passage } from "../knowledge/search.ts";
import { type Doubt, findDoubts } from "./claims/passage-doubts.ts";
import { clip, digestLines } from "./digest/digest-lines.ts";
import { estimateTokens } from "./digest/estimate-tokens.ts";
import { excerpt } from "./digest/excerpt.ts";
import { createFactBook } from "./facts.ts";
import { defineTool, type ToolResult } from "./tool.ts";

const DEFAULT_LIMIT = 5;
const DIGEST_PASSAGES = 4;
/** A passage with its id; three of them fill a digest. */
const PASSAGE_TOKENS = 95;

/** A passage's id and its sentences about the query on one line, with the figures in them that are wrong. */
function digestLine({ id, text }: Passage, query: string, doubts: readonly Doubt[]): string {
  const said = excerpt(text, query);
  const wrong = doubts
    .filter(({ passage }) => passage === id)
    .map(({ figure, verdict }) => `${figure}: ${verdict}`);
  const warning = wrong.length > 0 ? ` (do not use: ${[...new Set(wrong)].slice(0, 2).join(", ")})` : "";
  return clip(`[${id}] ${said}`, PASSAGE_TOKENS - estimateTokens(warning)) + warning;
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
  example: { query: "cold start on Thor" },
  offered: z.strictObject({ query: z.string().describe("a few words") }),
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
    return digestLines(
      passages.slice(0, DIGEST_PASSAGES).map((passage) => digestLine(passage, resolved.query, doubts)),
    );
  },
});
