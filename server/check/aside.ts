/** A stretch of a text. */
export type Span = { start: number; end: number };

const month =
  "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-zäéû]*|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre";

/** Digits that count nothing: dates, versions, markers, links, ordinals of lists, steps of a procedure. */
const patterns: readonly RegExp[] = [
  /\b\d{4}-\d{2}(?:-\d{2})?\b(?!\s?(?:tok|GB|W\b))/g,
  /\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}\b/g,
  new RegExp(
    `\\b(?:\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+)?(?:${month})\\.?(?:\\s+de|\\s+del)?\\s+\\d{1,2}(?:,\\s*|\\s+)\\d{4}\\b`,
    "gi",
  ),
  new RegExp(
    `\\b(?:\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+(?:de\\s+)?)?(?:${month})\\.?(?:,?\\s+de|\\s+del)?,?\\s+(?:19|20)\\d{2}\\b`,
    "gi",
  ),
  /(?:19|20)\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?/g,
  /(?<=\b(?:in|since|of|until|by|early|late|mid|from|seit|depuis|desde|en|im|Jahr)\s(?:19|20)?)(?<!\d)(?:19|20)\d{2}(?![\d.,]*\d|\s?(?:[A-Za-z%×]|USD))/g,
  /(?<=[(,]\s?)20[1-3]\d(?=\))/g,
  /^[ \t]*\d{1,3}[.)](?=\s)/gm,
  /\b\d+(?:st|nd|rd|th)\b/g,
  /\b(?:JetPack|L4T|CUDA|cuDNN|TensorRT(?:[- ](?:LLM|Edge[- ]LLM))?|Python|Ubuntu|PyTorch|Ollama|vLLM|llama\.cpp|version|Version|versión|driver|kernel|release|compute capability|EAGLE|Wi-Fi|USB|PCIe|HBM|LPDDR|DDR|HDMI|IPv)[\s-]?[vVrRbX]?\d+(?:\.\d+)*[a-z]?(?:(?:\s(?:to|and|or|bis|à)\s|\s?[-–]\s?|,\s)\d+(?:\.\d+)+)*(?!\s?(?:[GMK]i?B|tok|W\b|ms\b|%|USD|GB))(?![\w%])/g,
  /\bJetPack:\s\d+(?:\.\d+)+(?:\s\([Rr]\d+(?:\.\d+)*\))?(?:,\s\d+(?:\.\d+)+(?:\s\([Rr]\d+(?:\.\d+)*\))?)*(?!\s?(?:[GMK]i?B|tok|W\b|ms\b|%|USD))(?![\w%.])/g,
  /\b(?:step|table|figure|fig\.|section|error|appendix|chapter|rule|issue|port|phase|item|option|Schritt|Tabelle|Abschnitt|étape|tableau|section|paso|tabla|version)\s#?\d{1,5}(?![\d.,]*\d|\s?(?:[GMK]i?B|tok|W\b|ms\b|%|USD))/gi,
  /\b(?:R|r)\d{2}(?:\.\d+)*\b/g,
  /\b\d+(?:\.\d+){2,}\b/g,
  /\b\d{1,2}:\d{2}(?::\d{2})?\b/g,
  /(?<=\b(?:in|In|mode|Mode|modo)\s)\d{1,3}W\b/g,
  /(?<![\w.,])\d{1,3}W(?=[\s-](?:mode|Modus|power mode))/g,
  /(?:第|步骤|ステップ)\s?\d+(?:步|章|节)?/g,
];

const link = /\bhttps?:\/\/[^\s)>\]]{1,300}/g;

/** Every stretch whose digits are part of a name, a date, a version or a marker; in the order of the text. */
export function setAside(folded: string, names: readonly Span[]): Span[] {
  const found: Span[] = names.map(({ start, end }) => ({ start, end }));
  const hasLinks = folded.includes("://");
  for (const pattern of hasLinks ? [...patterns, link] : patterns)
    for (const match of folded.matchAll(pattern))
      found.push({ start: match.index, end: match.index + match[0].length });
  return found.sort((a, b) => a.start - b.start);
}

/** Marks which places of a text lie in one of the stretches. */
export function coverOf(length: number, spans: readonly Span[]): Uint8Array {
  const cover = new Uint8Array(length);
  for (const { start, end } of spans) cover.fill(1, start, end);
  return cover;
}
