import { z } from "zod";

const number = /^\$?\s*(?<amount>\d[\d,]*(?:\.\d+)?)\s*(?<unit>[a-z$]*)$/i;

/** Units that a field's own name states, so that they say nothing new. */
const units: readonly { field: RegExp; unit: RegExp; factor: number }[] = [
  { field: /./, unit: /^$/, factor: 1 },
  { field: /Tokens$/, unit: /^tokens?$/i, factor: 1 },
  { field: /Tokens$|^contexts$/, unit: /^k$/i, factor: 1000 },
  { field: /Watts$/, unit: /^w(?:atts?)?$/i, factor: 1 },
  { field: /Usd$/, unit: /^(?:usd|dollars|\$)$/i, factor: 1 },
  { field: /Billions$/, unit: /^b(?:illion)?$/i, factor: 1 },
  { field: /^years$/, unit: /^years?$/i, factor: 1 },
];

const answers = new Map([
  ["true", true],
  ["yes", true],
  ["false", false],
  ["no", false],
]);

function toNumber(text: string, field: string): number | string {
  const found = number.exec(text.trim())?.groups;
  const read = units.find((entry) => entry.field.test(field) && entry.unit.test(found?.unit ?? ""));
  return found && read ? Number(found.amount?.replaceAll(",", "")) * read.factor : text;
}

/** A word of an enum in other letters: "Multi Camera" is multi-camera. */
function toOption(text: string, options: readonly unknown[]): unknown {
  const plain = (word: unknown) =>
    String(word)
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, "-");
  return options.find((option) => plain(option) === plain(text.trim())) ?? text;
}

/** Reads text where a number, a yes or no, or a word of a list is wanted; what cannot be read stays as it is. */
export function mendText(text: string, type: z.core.$ZodType, field: string): unknown {
  if (type instanceof z.ZodNumber) return toNumber(text, field);
  if (type instanceof z.ZodEnum) return toOption(text, type.options);
  if (type instanceof z.ZodBoolean) return answers.get(text.trim().toLowerCase()) ?? text;
  return text;
}
