import type { ModelMessage } from "ai";
import { describe, expect, it } from "vitest";
import { fitMessages } from "../../../server/agent/fit-messages.ts";
import { callMessages } from "../../../server/agent/messages.ts";

const exchange = (id: string): ModelMessage[] =>
  callMessages([{ id, name: "look-up", input: {}, told: `${id} is a board\nwith 16 GB` }]);
const messages: ModelMessage[] = [
  { role: "user", content: "First?" },
  { role: "assistant", content: "Yes." },
  { role: "user", content: "Second?" },
  ...exchange("planned"),
  ...exchange("one"),
  ...exchange("two"),
  { role: "user", content: "Write that again." },
];
const layout = { history: 2, opening: 5 };

/** What is left of the conversation where only so many shorter forms are too long. */
function leftAfter(tooLong: number): string {
  let seen = 0;
  return JSON.stringify(fitMessages(messages, layout, () => seen++ >= tooLong));
}

describe("fitMessages()", () => {
  it("leaves what fits as it is", () => {
    expect(leftAfter(0)).toBe(JSON.stringify(messages));
  });

  it.each([
    { tooLong: 1, gone: ["First?"], kept: ["Yes.", "Second?"] },
    { tooLong: 2, gone: ["Yes."], kept: ["Second?", "one is a board\\nwith"] },
    { tooLong: 3, gone: ["one is a board\\nwith"], kept: ["one is a board", "two is a board\\nwith"] },
    { tooLong: 4, gone: ["two is a board\\nwith"], kept: ["two is a board"] },
    { tooLong: 5, gone: ["planned is a board\\nwith"], kept: ["planned is a board", "one is a board"] },
    { tooLong: 6, gone: ["one is"], kept: ["two is a board"] },
    { tooLong: 9, gone: ["two is"], kept: ["Second?", "planned is a board", "Write that again."] },
  ])("gives up the oldest first: $gone at $tooLong", ({ tooLong, gone, kept }) => {
    const left = leftAfter(tooLong);
    for (const text of kept) expect(left).toContain(text);
    for (const text of gone) expect(left).not.toContain(text);
  });

  it("never changes what it is given", () => {
    const before = JSON.stringify(messages);
    leftAfter(9);
    expect(JSON.stringify(messages)).toBe(before);
  });
});
