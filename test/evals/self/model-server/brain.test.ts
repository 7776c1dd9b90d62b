import { expect, it } from "vitest";
import {
  argumentsOf,
  contentOf,
  promptTokens,
  scripted,
  tokensOf,
} from "../../../../evals/self/model-server/brain.ts";

const body = { model: "m", messages: [{ role: "user", content: [{ text: "Hel" }, { text: "lo" }] }] };

it("scripted() says one thing after another, the last for ever", async () => {
  const brain = scripted({ text: "one" }, { text: "two" });
  expect([await brain(body, 0), await brain(body, 1), await brain(body, 7)].map(({ text }) => text)).toEqual([
    "one",
    "two",
    "two",
  ]);
});

it("reads and writes a request in the pieces of the protocol", () => {
  expect(body.messages.map(contentOf)).toEqual(["Hello"]);
  expect(tokensOf("a b  c")).toEqual(["a ", "b  ", "c"]);
  expect(argumentsOf({ name: "x", input: { a: 1 } })).toBe('{"a":1}');
  expect(argumentsOf({ name: "x", input: "{broken" })).toBe("{broken");
  expect(promptTokens(body)).toBeGreaterThan(5);
});
