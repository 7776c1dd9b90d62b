import { describe, expect, it } from "vitest";
import { readHistory } from "../../../server/built-in/conversation.ts";
import { planWhy } from "../../../server/built-in/plan-why.ts";
import { said } from "../../fixtures/planned-calls.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const callsAfter = (question: string) => {
  const topic = readHistory(said(question), knowledge);
  return topic ? planWhy(topic, knowledge) : [];
};

describe("planWhy()", () => {
  it("makes the calls of the answer before again, and looks up what it is about", () => {
    const calls = callsAfter("Does Qwen3 8B fit on an Orin NX 16GB?");
    expect(calls.map(({ name }) => name)).toEqual(expect.arrayContaining(["memory-fit", "look-up"]));
    const records = calls.filter(({ name }) => name === "look-up").map(({ input }) => input.name);
    expect(records).toEqual(["qwen3-8b", "orin-nx-16gb"]);
  });

  it("searches again where nothing was computed", () => {
    expect(callsAfter("What is the KV cache?").map(({ name }) => name)).toEqual(["search-documents"]);
  });
});
