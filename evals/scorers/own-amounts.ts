import { fold } from "../../server/check/fold.ts";
import type { Names } from "../../server/check/names.ts";
import { type Amount, findAmounts } from "./amounts.ts";

/** A text with the names of boards, models and formats blanked out, so that every place in it stays the same. */
export function withoutNames(text: string, names: Names): string {
  const folded = fold(text);
  return names
    .find(folded)
    .reduceRight(
      (words, { start, end }) => words.slice(0, start) + " ".repeat(end - start) + words.slice(end),
      folded,
    );
}

/** The amounts that a text states: "64GB" in the name of a board is none. */
export function ownAmounts(text: string, names: Names): Amount[] {
  return findAmounts(withoutNames(text, names));
}
