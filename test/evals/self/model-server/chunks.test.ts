import { expect, it } from "vitest";
import { DONE, finishOf, sse, usageOf, wholeReply } from "../../../../evals/self/model-server/chunks.ts";

const body = { model: "m", messages: [] };

it("writes events as the protocol has them", () => {
  expect([sse({ a: 1 }), DONE]).toEqual(['data: {"a":1}\n\n', "data: [DONE]\n\n"]);
});

it("tells why a reply ends, and what it took", () => {
  expect([
    finishOf({}),
    finishOf({ calls: [{ name: "x", input: {} }] }),
    finishOf({ finish: "length" }),
  ]).toEqual(["stop", "tool_calls", "length"]);
  expect(usageOf({ text: "one two" }, body, 2)).toEqual({
    prompt_tokens: 2,
    completion_tokens: 3,
    total_tokens: 5,
  });
});

it("puts calls and thoughts into a reply of one piece", () => {
  const { choices } = wholeReply({ calls: [{ name: "x", input: {} }], reasoning: "hm" }, body, "reasoning");
  expect(choices[0]?.message).toMatchObject({
    reasoning: "hm",
    tool_calls: [{ function: { name: "x", arguments: "{}" } }],
  });
});
