import type { Fact } from "../../tools/facts.ts";
import { statedFacts } from "../gold.ts";
import { judgeBy } from "./judge-by.ts";
import type { Scorer } from "./scorer.ts";

/** The same amount of the same thing, whichever call gave it. */
const isSame = (one: Fact, other: Fact): boolean =>
  one.label === other.label &&
  one.entity === other.entity &&
  one.unit === other.unit &&
  one.value === other.value;

/** A number states the fact it was taken for, and any other of the same thing that is written just so. */
const states = (said: { text: string; fact: Fact }, fact: Fact): boolean =>
  isSame(said.fact, fact) || (said.text === fact.display && said.fact.entity === fact.entity);

/** The facts that a right answer states stand in the text, each said of what it belongs to. */
export const factsScorer: Scorer = {
  name: "facts",
  about: "States the facts that a right answer has to state.",
  score({ case: asked, gold, evidence, stated }) {
    const wanted = statedFacts(asked, gold);
    if (wanted.length === 0) return undefined;
    const byId = new Map(evidence.facts.map((fact) => [fact.id, fact]));
    // A verdict rests on a fact without stating it.
    const numbers = stated.verified.filter(({ kind }) => kind === "number");
    const said = numbers.flatMap(({ fact: id = "", text }) => {
      const fact = byId.get(id);
      return fact ? [{ fact, text }] : [];
    });
    const missing = wanted.flatMap((id) => {
      const fact = byId.get(id);
      return fact && !said.some((number) => states(number, fact)) ? [fact] : [];
    });
    return judgeBy(
      missing.map(({ label, entity, display }) => `It does not state the ${label} of ${entity}: ${display}.`),
    );
  },
};
