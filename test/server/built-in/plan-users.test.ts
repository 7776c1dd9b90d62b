import { describe, expect, it } from "vitest";
import { compose } from "../../../server/built-in/compose.ts";
import { plan } from "../../../server/built-in/plan.ts";
import { asksUsers } from "../../../server/built-in/plan-users.ts";
import { computedCalls } from "../../fixtures/planned-calls.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

const question = "How many concurrent users can an Orin NX 16GB serve with Qwen3 8B at 8k each?";

describe("asksUsers()", () => {
  it.each([
    [question, true],
    ["how many people can chat at once with Llama 3.1 8B on Thor", true],
    ["How many requests a day can Thor serve?", false],
    ["How many cameras can it take?", false],
    ["Does it fit for 4 users?", false],
  ])("of %s: %s", (text, isAsked) => expect(asksUsers(text)).toBe(isAsked));
});

describe("planUsers()", () => {
  it("tries the most users that fit and the next number, with the context that was stated", async () => {
    const fits = computedCalls(question).filter(({ name }) => name === "memory-fit");
    const verdicts = await Promise.all(
      fits.map(async ({ name, input }) => {
        const outcome = await callTool(name, input);
        return "output" in outcome && "verdict" in outcome.output ? outcome.output.verdict : undefined;
      }),
    );
    expect(verdicts[0]).toBe("fits");
    expect(verdicts[1]).not.toBe("fits");
    expect(JSON.stringify(fits.map(({ input }) => input))).toContain('"contextTokens":8192');
  });

  it("opens the answer with that number and what each of them gets", async () => {
    const planned = plan(question, [], knowledge);
    const calls = planned.calls.filter(({ name }) => name !== "search-documents");
    const outcomes = await Promise.all(calls.map(({ name, input }) => callTool(name, input)));
    expect(compose(planned, outcomes, knowledge).split("\n")[0]).toMatch(
      /^\*\*Of the numbers tried, \d+ users at once fit on the Jetson Orin NX 16GB; \d+ users (?:are tight|do not fit)\.\*\* Each then gets about/,
    );
  });
});
