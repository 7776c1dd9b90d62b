import type { LookUp } from "../../tools/look-up.ts";
import { fieldOf } from "./compose-record.ts";

/** Fields of a board's record that are asked for by a word of their own, with what to call them. */
const asked: readonly { words: RegExp; field: string; label: string }[] = [
  { words: /\bMIG\b|\bmulti-?instance\b/i, field: "mig", label: "MIG" },
  { words: /\bNVENC\b|\bencod\w+|\bNVDEC\b|\bvideo\s+decod\w+/i, field: "video", label: "Video" },
  { words: /\bjetpack\b|\bJP\s?\d|\bL4T\b|\bjetson\s+linux\b/i, field: "jetpack", label: "JetPack" },
  {
    words:
      /\bavailab\w+|\bon\s+sale\b|\bin\s+stock\b|\bdiscontinued\b|\bend\s+of\s+life\b|\bEOL\b|\bwait\s+for\b/i,
    field: "availability",
    label: "Availability",
  },
];

/** What the records of boards say in the field that is asked for; boards that say the same stand together. */
export function fieldLines(question: string, lookUps: readonly LookUp[]): string[] {
  const wanted = asked.find(({ words }) => words.test(question));
  if (!wanted) return [];
  const said = new Map<string, string[]>();
  for (const { kind, record, name } of lookUps) {
    const value = kind === "device" ? fieldOf(record, wanted.field)?.trim() : undefined;
    if (value && name) said.set(value, [...(said.get(value) ?? []), name]);
  }
  return [...said].map(([value, boards]) => `**${wanted.label}: ${value}** (${boards.join(", ")}).`);
}
