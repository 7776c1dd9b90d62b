import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { openKnowledge } from "../../../knowledge/knowledge.ts";
import type { Caveat, Situation } from "../../../tools/decision/caveat.ts";
import { chooseDevice } from "../../../tools/decision/choice.ts";
import { DecisionQuestion } from "../../../tools/decision/question.ts";
import { createQuotes } from "../../../tools/decision/quotes.ts";
import { adviseRuntime } from "../../../tools/decision/runtime-rules.ts";
import { askRules } from "../../../tools/decision-rules.ts";
import { decisionTree } from "../../../tools/decision-tree.ts";
import { createFactBook } from "../../../tools/facts.ts";

/** The records of this checkout; nothing is searched, so no index is written. */
export const knowledge = openKnowledge(join(tmpdir(), "decision-tree-index"));

/** The whole result for a question. */
export async function decide(question: DecisionQuestion) {
  return await decisionTree.run(DecisionQuestion.parse(question), knowledge);
}

/** The situation a caveat looks at. */
export function toSituation(question: DecisionQuestion): Situation {
  const { rule } = askRules(question);
  const choice = chooseDevice(rule, question, 0, knowledge.devices);
  const runtime = adviseRuntime(question, choice.chosen.entry.value);
  return {
    question,
    rule,
    choice,
    runtime,
    quotes: createQuotes(createFactBook("test", knowledge), knowledge),
  };
}

/** What one caveat of a table says about a question. */
export function sayOne(
  caveats: readonly Caveat[],
  id: string,
  question: DecisionQuestion,
): string | undefined {
  const caveat = caveats.find((candidate) => candidate.id === id);
  const situation = toSituation(question);
  return caveat?.when(situation) ? caveat.say(situation) : undefined;
}

const { shape } = DecisionQuestion;
const positive = fc.oneof(
  fc.constantFrom(1, 4, 5, 7, 13, 14.9, 15, 20, 30, 35, 40, 59, 60, 70, 130, 200),
  fc.double({ min: 0.001, max: 1e6, noNaN: true }),
);

/** Any question at all, edges of the rules more often than other values. */
export const anyQuestion: fc.Arbitrary<DecisionQuestion> = fc
  .record(
    {
      largestModelBillions: positive,
      modelKind: fc.constantFrom(...shape.modelKind.unwrap().options),
      streams: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.nat()),
      powerBudgetWatts: positive,
      budgetUsd: fc.oneof(fc.integer({ min: 0, max: 6000 }), fc.double({ min: 0, max: 1e9, noNaN: true })),
      concurrentModels: fc.integer({ min: 1, max: 5 }),
      realTimeIsolation: fc.boolean(),
      application: fc.constantFrom(...shape.application.unwrap().options),
      requestsPerDay: fc.oneof(fc.constantFrom(0, 99, 100, 499, 500, 999, 1000), fc.nat()),
      battery: fc.boolean(),
      passiveCooling: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .map((raw) => DecisionQuestion.parse(raw));
