import type { Span } from "./aside.ts";
import { type CueRule, cueRules } from "./cue-rules.ts";
import type { Found, Phrases } from "./phrases.ts";

/** Words of a text that name an amount. */
export type Cue = Span & { rule: CueRule };

/** Words that name an end of an interval. */
export type EndCue = Span & { which: "low" | "high" };

/** The phrases that name amounts. */
export const amountPhrases: readonly Phrases<CueRule>[] = cueRules.map((rule) => ({
  words: rule.words,
  value: rule,
}));

/** The phrases that name an end of an interval. */
export const endPhrases: readonly Phrases<EndCue["which"]>[] = [
  {
    value: "low",
    words:
      "at least|as low as|conservative(?:ly)?|pessimistic|cautious(?:ly)?|low end|lower end|lower bound|worst case|no less than|mindestens|au moins|al menos|至少|最低|少なくとも",
  },
  {
    value: "high",
    words:
      "up to|as high as|optimistic(?:ally)?|high end|upper end|upper bound|best case|bis zu|jusqu'à|hasta|最高",
  },
];

/** Of the phrases found in a text, in order, those that no longer one covers. */
export function toCues(found: readonly Found<CueRule>[]): Cue[] {
  let reached = -1;
  let longest = -1;
  return found.flatMap(({ start, end, value: rule }) => {
    // Rules may share a phrase, such as "total" of bytes and of dollars.
    const isShared = start === longest && end === reached;
    if (end <= reached && !isShared) return [];
    longest = start;
    reached = Math.max(reached, end);
    return [{ start, end, rule }];
  });
}
