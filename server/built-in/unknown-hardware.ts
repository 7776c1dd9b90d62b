import type { Knowledge } from "../../knowledge/knowledge.ts";
import { findMentions } from "./mentions.ts";
import { overlaps } from "./words.ts";

const patterns = [
  /\b(?:(?:NVIDIA\s+)?(?:Ge\s?Force\s+)?(?:RTX|GTX)\s?\d{3,4}(?:\s?(?:Ti|Super))?|(?:RTX\s+)?A[246]000|Radeon\s+\w+(?:\s\w+)?|RX\s?\d{4}\w*)\b/i,
  /\b(?:an?|the|my|on|with)\s+((?:[2345]0[5-9]0)(?:\s?(?:Ti|Super))?)\b(?!\s*(?:tok|requests|users|USD|W\b))/i,
  /\b(?:Jetson\s+)?(?:Thor\s+)?T\d000\b/i,
  /\b(?:A100|H100|H200|B200|GB200|L40S?|MI[23]\d\dX?|Raspberry\s+Pi(?:\s+\d\w*)?|M[1-5]\s+(?:Pro|Max|Ultra)|Mac\s+Studio|Strix\s+Halo|Snapdragon(?:\s+\w+)*?|Ryzen\s+AI(?:\s+\w+)?)\b/i,
  /\b((?:NVIDIA\s+)?(?:Jetson\s+)?(?:AGX\s+)?(?:Orin|Thor|Xavier|Nano)\s+(?:Ultra|Pro|Max|Plus|Mini|Lite|XL))\b/i,
  /\bJetson\s+(?!Super\b|Orin\b|Thor\b|Nano\b|Xavier\b|AGX\b|NX\b|TX\d|Linux\b|AI\b|boards?\b|modules?\b|devices?\b|Advisor\b|kit|T\d{4}\b|Industrial\b|Developer\b)[A-Z]\w+\b/,
];

/** Boards and graphics cards that a question names and that are not on record, as they were typed. */
export function unknownHardware(question: string, knowledge: Knowledge): string[] {
  const known = findMentions(question, knowledge).filter(({ kind }) => kind === "device" || kind === "model");
  const found = patterns.flatMap((pattern) => {
    const match = pattern.exec(question);
    if (!match) return [];
    const text = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(text);
    const span = { start, end: start + text.length };
    return known.some((mention) => overlaps(mention, span)) ? [] : [text.trim()];
  });
  return [...new Set(found)];
}

/** What is said of them, in front of whatever else is answered. */
export function unknownHardwareLine(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name}”`).join(" and ");
  return `**${quoted} ${names.length > 1 ? "are" : "is"} not on record here**, so nothing can be said of it; a board can be described to the tools by its memory and bandwidth.`;
}
