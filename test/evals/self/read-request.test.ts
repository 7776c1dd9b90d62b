import { describe, expect, it } from "vitest";
import { madeCalls, neededCalls, planOf, questionOf, resultsOf } from "../../../evals/self/read-request.ts";
import { fitCase } from "../../fixtures/eval-subject.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const call = { function: { name: "look-up", arguments: '{"name":"Thor"}' } };
const body = {
  model: "m",
  messages: [
    { role: "system", content: "Rules." },
    { role: "user", content: "What is Thor?" },
    { role: "tool", content: "an old result" },
    { role: "assistant", content: "A board." },
    { role: "user", content: fitCase.ask },
    { role: "assistant", content: null, tool_calls: [call] },
    { role: "tool", content: "a result" },
    { role: "user", content: "These statements of your answer are not backed:" },
  ],
  tools: [
    { function: { name: "memory-fit", parameters: { properties: { device: {}, workloads: {} } } } },
    { function: { name: "search-documents", parameters: { properties: { query: {} } } } },
  ],
};

describe("a request as personalities read it", () => {
  it("has the last question of the user, not what the agent says in the user's place", () => {
    expect(questionOf(body)).toBe(fitCase.ask);
  });

  it("has the results and calls behind the question", () => {
    expect(resultsOf(body)).toEqual(["a result"]);
    expect(madeCalls(body)).toEqual([{ name: "look-up", input: { name: "Thor" } }]);
  });

  it("needs the planner's calls of the tools that are offered, with the fields that are", () => {
    const calls = neededCalls(body, knowledge);
    expect(calls.map(({ name }) => name)).toEqual(["memory-fit", "search-documents"]);
    expect(Object.keys(Object(calls[1]?.input))).toEqual(["query"]);
    expect(planOf(body, knowledge).calls.length).toBeGreaterThan(2);
  });
});
