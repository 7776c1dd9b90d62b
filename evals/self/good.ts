import type { Knowledge } from "../../knowledge/knowledge.ts";
import { makePlannedCalls } from "../../server/agent/planned-calls.ts";
import { compose } from "../../server/built-in/compose.ts";
import { refusalsOf } from "../../server/built-in/refusals.ts";
import type { Brain, ChatBody } from "./model-server/brain.ts";
import { madeCalls, neededCalls, planOf, resultsOf } from "./read-request.ts";

/** The words of a model that has understood everything: all that its calls gave, and nothing else. */
async function rightWords(body: ChatBody, knowledge: Knowledge): Promise<string> {
  const planned = planOf(body, knowledge);
  const made = await makePlannedCalls(madeCalls(body), knowledge);
  return compose(planned, [...refusalsOf(planned.calls), ...made.map(({ outcome }) => outcome)], knowledge);
}

/** Calls everything that is needed, a few calls at a time, then says what is right; it knows no case. */
export function createGood(knowledge: Knowledge): Brain {
  return async (body) => {
    const told = resultsOf(body).length;
    const calls = neededCalls(body, knowledge).slice(told);
    return calls.length > 0 ? { calls } : { text: await rightWords(body, knowledge) };
  };
}
