import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Topic } from "./conversation.ts";
import { planCalls } from "./plan-calls.ts";
import type { PlannedCall } from "./planned-call.ts";

/** Records looked up beside the calls of an answer that is to be explained. */
const mostRecords = 4;

/** The calls of the answer to be explained, made again, and the records of what it is about. */
export function planWhy({ question, reading }: Topic, knowledge: Knowledge): PlannedCall[] {
  const calls = planCalls(question, reading, knowledge);
  const computed = calls.filter(({ name }) => name !== "search-documents");
  if (computed.length === 0) return calls;
  const models = reading.models.flatMap(({ reference }) =>
    typeof reference === "string" ? [reference] : [],
  );
  const told = new Set(computed.flatMap(({ name, input }) => (name === "look-up" ? [input.name] : [])));
  const records = [...models, ...reading.boards].filter((name) => !told.has(name)).slice(0, mostRecords);
  return [...computed, ...records.map((name) => ({ name: "look-up", input: { name } }))];
}
