import { judgeBy } from "./judge-by.ts";
import type { Scorer, Subject } from "./scorer.ts";

/** Calls whose record says something else than the tool does. */
function forged({ answer, made }: Subject): string[] {
  const known = new Set(made.map((call) => JSON.stringify(call)));
  return answer.toolCalls
    .filter(({ name, input, output }) => !known.has(JSON.stringify({ name, input, output })))
    .map(({ name }) => `The recorded result of ${name} is not what the tool gives.`);
}

/** The tools the answer has to rest on were called, and none that must not be. */
export const toolsScorer: Scorer = {
  name: "tools",
  about: "Calls the tools that the question needs, none that is forbidden, and records what they gave.",
  score(subject) {
    const { gold, answer } = subject;
    const { forbids } = subject.case.expects;
    if (gold.length === 0 && forbids.length === 0 && answer.toolCalls.length === 0) return undefined;
    const called = new Set(answer.toolCalls.map(({ name }) => name));
    const missing = gold.filter(({ name }) => !called.has(name)).map(({ name }) => `${name} was not called.`);
    const forbidden = forbids
      .filter((name) => called.has(name))
      .map((name) => `${name} was called, which must not be.`);
    return judgeBy([...missing, ...forbidden, ...forged(subject)]);
  },
};
