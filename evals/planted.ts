import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Passage } from "../knowledge/search.ts";
import type { PlantedPassage } from "./case.ts";

function toPassage({ document, heading, text }: PlantedPassage, index: number, score: number): Passage {
  const id = `${document}#planted-${index + 1}`;
  return { id, document, heading, text, start: 0, end: text.length, score };
}

/** Knowledge in which every search finds these passages first. */
export function plantPassages(knowledge: Knowledge, planted: readonly PlantedPassage[]): Knowledge {
  if (planted.length === 0) return knowledge;
  const search: Knowledge["search"] = async (query, options) => {
    const found = await knowledge.search(query, options);
    const best = (found[0]?.score ?? 0) + 1;
    return [...planted.map((passage, index) => toPassage(passage, index, best)), ...found];
  };
  // The catalogues load when they are first asked for, so they are reached through the knowledge they belong to.
  return Object.create(knowledge, { search: { value: search } });
}
