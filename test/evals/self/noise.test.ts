import { expect, it } from "vitest";
import { noise } from "../../../evals/self/noise.ts";

const body = {
  model: "m",
  messages: [{ role: "user", content: "Hello" }],
  tools: [{ function: { name: "look-up" } }],
};

it("noise says the same nonsense to the same request, and other nonsense to another", () => {
  expect(noise(body, 3)).toEqual(noise(body, 3));
  const replies = Array.from({ length: 20 }, (_, index) => JSON.stringify(noise(body, index)));
  expect(new Set(replies).size).toBeGreaterThan(10);
  expect(replies.some((reply) => reply.includes('"calls"'))).toBe(true);
});
