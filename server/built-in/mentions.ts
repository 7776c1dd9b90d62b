import type { Catalog, Named } from "../../knowledge/catalog.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { canonicalName } from "../../knowledge/names.ts";
import { findWidth } from "../../tools/placement/format.ts";
import { overlaps, type Span, type Word, wordsOf } from "./words.ts";

/** What kind of record a stretch of the question names. */
export type MentionKind = "device" | "model" | "quantization" | "runtime" | "width";

/** A known name in a question; a family name stands for several ids. */
export type Mention = Span & { kind: MentionKind; text: string; ids: string[] };

/** No name on record has more words than this. */
const longestName = 8;

/** `key` is the canonical form of the text, which is worked out once for all kinds. */
type Lookup = { kind: MentionKind; ids(text: string, key: string): string[] };

function lookupOf(kind: MentionKind, catalog: Catalog<Named>): Lookup {
  return {
    kind,
    ids(text, key) {
      if (!catalog.hasKey(key)) return [];
      const found = catalog.find(text);
      return found ? [found.entry.id] : catalog.findFamily(text).map(({ id }) => id);
    },
  };
}

/** "AGX Orins", "Orin NXs": several of a board are named as one. */
function singular({ kind, ids }: Lookup): Lookup {
  return {
    kind,
    ids(text, key) {
      const found = ids(text, key);
      if (found.length > 0 || !/[a-z]s$/i.test(text)) return found;
      const one = text.slice(0, -1);
      return ids(one, canonicalName(one));
    },
  };
}

function lookups(knowledge: Knowledge): Lookup[] {
  return [
    singular(lookupOf("device", knowledge.devices)),
    lookupOf("model", knowledge.models),
    lookupOf("quantization", knowledge.quantizations),
    lookupOf("runtime", knowledge.runtimes),
    { kind: "width", ids: (text) => (findWidth(text) ? [text] : []) },
  ];
}

/** No name on record goes on behind one of these. */
const apart = /[,;?!"“”]/;

function mentionAt(
  question: string,
  words: readonly Word[],
  from: number,
  count: number,
  tables: readonly Lookup[],
): Mention | undefined {
  const first = words[from];
  const last = words[from + count - 1];
  if (!first || !last) return undefined;
  const text = question.slice(first.start, last.end);
  if (apart.test(text)) return undefined;
  const key = canonicalName(text);
  for (const { kind, ids } of tables) {
    const found = ids(text, key);
    if (found.length > 0) return { kind, text, ids: found, start: first.start, end: last.end };
  }
  return undefined;
}

/** A word after a loose or family name that makes it the name of something else: "Orin Ultra", "Mistral Large". */
const otherName = /^(?:large|medium|small|mini|tiny|ultra|pro|max|plus|xl|\d+(?:\.\d+)?b)$/i;

/** True where a name that fits loosely goes on to a name nobody has on record. */
function goesOn(mention: Mention, next: Word | undefined, knowledge: Knowledge): boolean {
  if (!next || !otherName.test(next.text)) return false;
  const catalog = mention.kind === "device" ? knowledge.devices : knowledge.models;
  const isLoose = mention.ids.length > 1 || catalog.find(mention.text)?.assumption !== undefined;
  return (mention.kind === "device" || mention.kind === "model") && isLoose;
}

/** Every known name in a question, longest first where names overlap, in the order of the text. */
export function findMentions(question: string, knowledge: Knowledge): Mention[] {
  const words = wordsOf(question);
  const tables = lookups(knowledge);
  const found: Mention[] = [];
  for (let count = Math.min(longestName, words.length); count > 0; count--)
    for (let from = 0; from + count <= words.length; from++) {
      const span = { start: words[from]?.start ?? 0, end: words[from + count - 1]?.end ?? 0 };
      if (found.some((other) => overlaps(other, span))) continue;
      const mention = mentionAt(question, words, from, count, tables);
      if (!mention) continue;
      if (!goesOn(mention, words[from + count], knowledge)) found.push(mention);
    }
  return found.sort((a, b) => a.start - b.start);
}
