/**
 * Words of a language as the English ones that this program reads, in the order in which they are tried: the longer
 * before the shorter. `markers` are words that tell the language and that English does not have.
 */
export type Language = {
  name: string;
  markers: readonly string[];
  phrases: readonly (readonly [pattern: string, english: string])[];
};
