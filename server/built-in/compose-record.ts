import type { LookUp } from "../../tools/look-up.ts";

/** Fields of a record that people ask for, with the words to say them in. */
const fields: readonly (readonly [string, string])[] = [
  ["memoryType", "memory"],
  ["cpu", "CPU"],
  ["jetpack", "JetPack"],
  ["mig", "MIG"],
  ["availability", "availability"],
  ["license", "licence"],
  ["released", "released"],
  ["notes", "notes"],
];

/** A field of a record that holds text; undefined for any other. */
export function fieldOf(record: unknown, field: string): string | undefined {
  if (typeof record !== "object" || record === null) return undefined;
  const value = Object.entries(record).find(([name]) => name === field)?.[1];
  return typeof value === "string" ? value : undefined;
}

/** What a record says, in lines: its facts with their date or source, then the words worth knowing. */
export function recordLines({ kind, id, record, facts, candidates }: LookUp): string[] {
  if (id === null) return [`Several records have that name: ${candidates.join(", ")}.`];
  const name = fieldOf(record, "name") ?? id;
  const quoted = facts.map(({ label, display }) => `- ${label}: ${display}`);
  const words = fields.flatMap(([field, label]) => {
    const value = fieldOf(record, field);
    return value ? [`- ${label}: ${value.trim()}`] : [];
  });
  return [`**${name}** (${kind}, ${id})`, ...quoted, ...words];
}
