import { expect, it } from "vitest";
import { createGood } from "../../../evals/self/good.ts";
import { fitCase, subjectFor } from "../../fixtures/eval-subject.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const good = createGood(knowledge);
const { answer } = await subjectFor(fitCase.ask);
const question = { role: "user", content: fitCase.ask };

it("createGood() calls what is needed, then says what its calls gave", async () => {
  const tools = [
    { function: { name: "memory-fit", parameters: { properties: { device: {}, workloads: {} } } } },
  ];
  const first = await good({ model: "m", messages: [question], tools }, 0);
  expect(first.calls).toHaveLength(1);
  const tool_calls = answer.toolCalls.map(({ name, input }) => ({
    function: { name, arguments: JSON.stringify(input) },
  }));
  const results = tool_calls.map(() => ({ role: "tool", content: "told" }));
  const messages = [question, { role: "assistant", content: null, tool_calls }, ...results];
  const second = await good({ model: "m", messages, tools }, 1);
  expect(second.text?.split("\n")[0]).toBe(answer.answer.split("\n")[0]);
});
