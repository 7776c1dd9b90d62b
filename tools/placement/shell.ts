import type { Template } from "../../knowledge/operation-schema.ts";

const plain = /^[\w@%+=:,./-]+$/;

/** A text as one word of a shell command; control characters are taken out, and it is never an option by itself. */
export function shellQuote(text: string): string {
  if (plain.test(text) && !text.startsWith("-")) return text;
  const printable = text.replace(/\p{Cc}/gu, " ");
  const word = printable.startsWith("-") ? `./${printable}` : printable;
  return plain.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** Values for the places of a template: texts are quoted, numbers and flags of our own stand as they are. */
export type CommandValues = Readonly<Record<string, string | number | { flag: string } | undefined>>;

function toWord(value: string | number | { flag: string }): string {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? shellQuote(value) : value.flag;
}

/** One piece with its places filled; undefined where one of them has no value. */
function fillPiece(piece: Template, values: CommandValues): string | undefined {
  let text = piece[0] ?? "";
  for (let index = 1; index < piece.length; index += 2) {
    const value = values[piece[index] ?? ""];
    if (value === undefined) return undefined;
    text += toWord(value) + (piece[index + 1] ?? "");
  }
  return text;
}

/** A command line from its pieces; those with a place that has no value are left out. */
export function fillCommand(pieces: readonly Template[], values: CommandValues): string {
  let command = "";
  for (const piece of pieces) {
    const text = fillPiece(piece, values);
    if (text !== undefined) command += command === "" ? text : ` ${text}`;
  }
  return command;
}
