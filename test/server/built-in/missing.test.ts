import { describe, expect, it } from "vitest";
import { compose } from "../../../server/built-in/compose.ts";
import { isBare, missingAll, missingBoard, missingModel } from "../../../server/built-in/missing.ts";
import { plan } from "../../../server/built-in/plan.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { sortResults } from "../../../server/built-in/results.ts";
import { said } from "../../fixtures/planned-calls.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

describe("isBare()", () => {
  it.each(["Does it fit?", "Will this run?", "So, can my model run there?"])("is true for: %s", (text) =>
    expect(isBare(text, readQuestion(text, knowledge))).toBe(true),
  );

  it.each([
    "Does it fit on Thor?",
    "Does Qwen3 8B fit?",
    "Which board will it run on?",
    "What is a cold start?",
  ])("is false for: %s", (text) => expect(isBare(text, readQuestion(text, knowledge))).toBe(false));
});

describe("compose()", () => {
  it("asks for model and board where both are missing", () => {
    expect(compose(plan("Does it fit?", [], knowledge), [], knowledge)).toBe(missingAll);
  });

  it("takes them from the conversation where they were named before", () => {
    const history = said("Can I run Llama 3.1 8B on an Orin NX 16GB?");
    expect(plan("Does it fit?", history, knowledge).calls.map(({ name }) => name)).toContain("memory-fit");
  });
});

describe("missingBoard()", () => {
  it.each([
    ["Does Llama 3.1 8B fit?", 1],
    ["Does Llama 3.1 8B fit on Thor?", 0],
    ["Which board for Llama 3.1 8B?", 0],
    ["How fast is Llama 3.1 8B?", 0],
  ])("asks after %s in %i sentences", (text, count) => {
    expect(missingBoard(readQuestion(text, knowledge), true)).toHaveLength(count);
  });

  it("says nothing where nothing is judged, such as a record that is read out", () => {
    const reading = readQuestion("Is Qwen2.5-3B free for commercial use?", knowledge);
    expect(missingBoard(reading, false)).toEqual([]);
  });
});

describe("missingModel()", () => {
  it("says that nothing was sized where only the board was recognised", async () => {
    const results = sortResults([await callTool("look-up", { name: "orin-nano-8gb" })]);
    const said = (question: string) => missingModel(plan(question, [], knowledge), results);
    expect(said("Does it run fast on the Orin Nano 8GB?").join()).toMatch(/Nothing was sized/);
    expect(said("Tell me about the Orin Nano 8GB")).toEqual([]);
  });
});
