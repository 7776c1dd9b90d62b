import type { Knowledge } from "../../knowledge/knowledge.ts";
import { planPossible } from "./plan-possible.ts";
import type { PlannedCall } from "./planned-call.ts";
import { readPremises } from "./read-premises.ts";
import type { Reading } from "./reading.ts";

/** The calls of a question, and which of them check what it takes for granted. */
export type CheckedCalls = {
  calls: PlannedCall[];
  premises?: readonly PlannedCall[];
  /** True where the calls hold something possible beside a combination that does not exist. */
  replaced?: boolean;
};

/** The calls with those that check what the question takes for granted, and what is possible where it is wrong. */
export function withPremises(
  question: string,
  reading: Reading,
  calls: readonly PlannedCall[],
  knowledge: Knowledge,
): CheckedCalls {
  const isSearch = ({ name }: PlannedCall) => name === "search-documents";
  const possible = planPossible(question, reading, knowledge);
  const told = new Set(calls.map((call) => JSON.stringify(call)));
  const checked = new Set(calls.flatMap(({ name, input }) => (name === "check-claim" ? [input.metric] : [])));
  const premises = readPremises(question, reading, knowledge).filter(
    (call) => !told.has(JSON.stringify(call)) && !checked.has(call.input.metric),
  );
  const main = calls.filter((call) => !isSearch(call));
  return {
    calls: [...main, ...possible, ...premises, ...calls.filter(isSearch)],
    ...(premises.length > 0 && { premises }),
    ...(possible.length > 0 && { replaced: true }),
  };
}
