import type { DocumentSearch } from "../../tools/search-documents.ts";
import { needsWorkload } from "./ask-back.ts";
import type { Plan } from "./plan.ts";
import { asksStreams } from "./plan-streams.ts";
import type { Results } from "./results.ts";

/** A stream of tokens is none of a camera. */
const ofCameras =
  /\bcameras?\b|\bRTSP\b|\bvideo (?:analytics|decoder|streams?)\b|\bDeepStream\b|\bdecoders?\b/i;
const nothing = /(?!)/;

function named(names: readonly string[]): RegExp {
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(escaped.join("|"), "i");
}

/** What a bullet of a document has to speak of, to stand in an answer of this kind; undefined where any may. */
function wanted({ question, reading, software = [] }: Plan): RegExp | undefined {
  if (software.length > 0) return named(software);
  if (asksStreams(question, reading)) return ofCameras;
  return needsWorkload(question, reading) ? nothing : undefined;
}

function withBullets(search: DocumentSearch, pattern: RegExp): DocumentSearch {
  const passages = search.passages.map((passage) => ({
    ...passage,
    text: passage.text
      .split("\n")
      .filter((line) => !line.startsWith("- ") || pattern.test(line))
      .join("\n"),
  }));
  return { ...search, passages };
}

/** The documents as far as they speak of what is asked, where words in common alone would bring up anything. */
export function relevantSearches(plan: Plan, { searches }: Results): Results["searches"] {
  const pattern = wanted(plan);
  return pattern ? searches.map((search) => withBullets(search, pattern)) : searches;
}
