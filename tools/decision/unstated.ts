import type { DecisionQuestion } from "./question.ts";
import type { DecisionRule } from "./rule.ts";

/** What is taken where a field was left out. */
const unstated: Record<keyof DecisionQuestion, string> = {
  largestModelBillions: "no model size given: none large enough to decide",
  modelKind: "kind of model not given: taken from size and application",
  streams: "number of camera streams not given: one at most",
  powerBudgetWatts: "no power budget given: power does not decide",
  budgetUsd: "no budget given: prices do not decide",
  concurrentModels: "number of models not given: one at a time",
  realTimeIsolation: "isolation not asked for: models may delay each other",
  application: "application not given: decided by the other answers",
  requestsPerDay: "requests a day not given: load does not decide",
  battery: "battery not mentioned: mains power",
  passiveCooling: "cooling not mentioned: a fan is allowed",
};

/** What was assumed for the fields that the rules asked about and nobody gave; the budget is always asked. */
export function toAssumptions(question: DecisionQuestion, asked: readonly DecisionRule[]): string[] {
  const fields = new Set([...asked.flatMap(({ asks }) => asks), "budgetUsd" as const]);
  return [...fields].filter((field) => question[field] === undefined).map((field) => unstated[field]);
}
