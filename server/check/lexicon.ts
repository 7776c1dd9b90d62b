import type { CueRule } from "./cue-rules.ts";
import { amountPhrases, type Cue, type EndCue, endPhrases, toCues } from "./cues.ts";
import { createPhraseFinder, type Found, type Phrases } from "./phrases.ts";
import { type Saying, sayingPhrases, toVerdictWords, type VerdictWord } from "./verdict-words.ts";

type Meaning = { amount: CueRule } | { end: EndCue["which"] } | { saying: Saying };

function meaning<T>(phrases: readonly Phrases<T>[], toMeaning: (value: T) => Meaning): Phrases<Meaning>[] {
  return phrases.map(({ words, value }) => ({ words, value: toMeaning(value) }));
}

/** One finder for all phrases, so that the words of a text are looked up once. */
const findPhrases = createPhraseFinder<Meaning>([
  ...meaning(amountPhrases, (amount) => ({ amount })),
  ...meaning(endPhrases, (end) => ({ end })),
  ...meaning(sayingPhrases, (saying) => ({ saying })),
]);

/** The phrases of a text that mean something to the checker, by kind, in order. */
export type Lexemes = { cues: Cue[]; endCues: EndCue[]; verdictWords: VerdictWord[] };

/** Finds the words for amounts, ends of intervals and verdicts in a folded text. */
export function readLexemes(folded: string): Lexemes {
  const amounts: Found<CueRule>[] = [];
  const endCues: EndCue[] = [];
  const sayings: Found<Saying>[] = [];
  for (const { start, end, value } of findPhrases(folded)) {
    if ("amount" in value) amounts.push({ start, end, value: value.amount });
    else if ("end" in value) endCues.push({ start, end, which: value.end });
    else sayings.push({ start, end, value: value.saying });
  }
  return { cues: toCues(amounts), endCues, verdictWords: toVerdictWords(folded, sayings) };
}
