import type { Span } from "./words.ts";

/** "Since X, …", "X does 40 tok/s, so could …": what is taken for granted, and what is asked of it. */
const premises: readonly RegExp[] = [
  /^\W*(?:since|as|because|given(?:\s+that)?)\b(?<premise>[^?]*?),(?<asked>[^?]*)/i,
  /^(?<premise>[^?]*?),\s*so\s+(?<asked>(?:can|could|does|do|will|would|should|how|what|which)\b[^?]*)/i,
];

/** Words by which what is asked takes the models of the premise along. */
const along =
  /\b(?:it|they|them|both|too|also|as well|beside|next to|together|alongside|with that|that one)\b/i;

/**
 * What a question asks about: names in its premise only are an argument, not workloads, where the clause that asks
 * names its own.
 */
export function withoutPremise<T extends Span>(question: string, named: readonly T[]): readonly T[] {
  for (const pattern of premises) {
    const groups = pattern.exec(question)?.groups;
    if (!groups?.asked || along.test(groups.asked)) continue;
    const start = question.indexOf(groups.asked, groups.premise?.length ?? 0);
    const asked = named.filter((each) => each.start >= start);
    if (asked.length > 0) return asked;
  }
  return named;
}
