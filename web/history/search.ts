const marksOfLetters = /\p{Mark}+/gu;

/** Text as it is searched: without case and diacritics, so that "Größe" is found by "grosse" and "GROẞE". */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(marksOfLetters, "").toLowerCase().replaceAll("ß", "ss");
}

/** Whether every word of a query stands somewhere in a text that was folded. */
export function isFoundIn(query: string, folded: string): boolean {
  return fold(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
