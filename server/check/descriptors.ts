import type { Mention, Names } from "./names.ts";

const thing =
  "(?:one|version|variant|variante|model|board|boards|module|sibling|jetson|dev kit|kit|card|unit|device|edition|flavou?r|machine|modul|karte|gerät|ausführung|placa|módulo|carte|版本|版|款|モデル|ボード|版本)";
const bySize = new RegExp(
  `(?<![\\w.,])(?<size>\\d{1,3})[\\s\\u00a0-]?(?:GB|GiB|G|Go|gigabytes?)[\\s\\u00a0-]{0,2}(?:orin |nx |nano |thor )?${thing}(?![a-z])`,
  "giu",
);
const sizeBehind =
  /(?:carte|placa|módulo|version|versión|variante|modèle|modelo)\s(?:de|mit|à|con)\s(?<size>\d{1,3})[\s\u00a0]?(?:GB|GiB|Go)(?![A-Za-z])/giu;
const ownSize =
  /(?:the|der|die|das|dem|den|el|la|le|on|auf|and|und|both|,)[\s\u00a0]+(?<size>\d{1,3})[\s\u00a0]?GB(?=[\s\u00a0]+(?:fits?|does|can|won't|is (?:too|tight|enough)|will|needs|reports|has|leaves|passt|tient|cabe))/giu;

/** Boards named by their memory alone: "the 8 GB one", "die 16-GB-Variante"; a size nobody sells is no name. */
export function findDescriptors(folded: string, names: Names): Mention[] {
  const found: Mention[] = [];
  for (const pattern of [bySize, sizeBehind, ownSize])
    for (const match of folded.matchAll(pattern)) {
      const ids = names.boardsOfSize(Number(match.groups?.size));
      if (ids.length > 0)
        found.push({ kind: "board", ids, start: match.index, end: match.index + match[0].length });
    }
  return found;
}
