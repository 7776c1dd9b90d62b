import type { MarkedClaim } from "../../server/check/claim.ts";
import type { Fact } from "../../tools/facts.ts";
import { type Amount, findAmounts, shows } from "./amounts.ts";
import { judgeBy } from "./judge-by.ts";
import { isKnown, knownAmounts } from "./known-amounts.ts";
import type { Scorer, Subject } from "./scorer.ts";

/** Sums and differences of two or more facts, in whichever order. */
function combinations(values: readonly number[]): number[] {
  return values.reduce<number[]>(
    (sums, value, index) => (index === 0 ? [value] : sums.flatMap((sum) => [sum + value, sum - value])),
    [],
  );
}

/** What the checker takes for arithmetic on facts is added up again. */
function isDerived(
  amount: Amount,
  claims: readonly MarkedClaim[],
  facts: ReadonlyMap<string, Fact>,
): boolean {
  const claim = claims.find(({ start, end }) => start < amount.end && end > amount.start);
  const values = (claim?.derivedFrom ?? []).flatMap((id) => facts.get(id)?.value ?? []);
  return combinations(values).some((value) => shows(amount, value));
}

/** Amounts that stand neither in a result nor in the user's words, read without the checker's help. */
function inventions({ answer, gold, made, checked, everything, case: { turns } }: Subject): string[] {
  const results = [...gold, ...made].map(({ output }) => output);
  const known = knownAmounts(results, turns.join("\n"));
  const facts = new Map(everything.facts.map((fact) => [fact.id, fact]));
  return findAmounts(answer.answer)
    .filter((amount) => !isKnown(amount, known) && !isDerived(amount, checked.verified, facts))
    .map(({ text }) => `“${text}” stands in no result and not in the question.`);
}

/** No number in the text that the tools, the passages or the user do not bear out; read twice, by different means. */
export const numbersScorer: Scorer = {
  name: "numbers",
  about: "States no number that the results, the passages and the question do not bear out.",
  score: (subject) =>
    judgeBy([
      ...subject.checked.unverified
        .filter(({ kind }) => kind === "number")
        .map(({ text, reason = "" }) => `“${text}” is not borne out. ${reason}`),
      ...inventions(subject),
    ]),
};
