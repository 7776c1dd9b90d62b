import type { Knowledge } from "../../knowledge/knowledge.ts";

const patterns = [
  /\bL4T[\s:]*R?(3\d(?:\.\d+){1,2}|32(?:\.\d+){1,2})\b/i,
  /\b(R3[2-9](?:\.\d+){1,2})\b/,
  /\b(?:JetPack|JP)\s?(\d(?:\.\d+){1,2})\b/i,
];

/** The release of Jetson Linux a question names by its number or its JetPack, where it is on record. */
export function readRelease(question: string, knowledge: Knowledge): string | undefined {
  const [l4t, revision, jetpack] = patterns.map((pattern) => pattern.exec(question)?.[1]);
  const name = l4t ?? revision ?? (jetpack && `JetPack ${jetpack}`);
  if (!name) return undefined;
  const isKnown = knowledge.releases.find(name) || knowledge.releases.findFamily(name).length > 0;
  return isKnown ? name : undefined;
}
