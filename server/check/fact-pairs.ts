import type { BoundFact } from "./bound-facts.ts";

/** Amounts whose quotient people form without stating both: how full the board is, how near to its ceiling. */
const naturalPairs: readonly (readonly [string, string])[] = [
  ["needed", "available"],
  ["headroom", "available"],
  ["working-set", "available"],
  ["decode", "ceiling"],
];

/** Pairs of one call whose quotient people form without stating both. */
export function pairNaturally(facts: readonly BoundFact[]): [BoundFact, BoundFact][] {
  const callOf = ({ id }: BoundFact) => id.split(".")[0];
  const plain = facts.filter(({ end }) => end === undefined);
  return naturalPairs.flatMap(([above, below]) =>
    plain
      .filter(({ quantity }) => quantity === above)
      .flatMap((one): [BoundFact, BoundFact][] => {
        const other = plain.find(
          (fact) =>
            fact.quantity === below &&
            callOf(fact) === callOf(one) &&
            (fact.entity === one.entity || below === "available"),
        );
        return other ? [[one, other]] : [];
      }),
  );
}
