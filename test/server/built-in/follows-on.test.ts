import { describe, expect, it } from "vitest";
import { asksSomething } from "../../../server/built-in/asks.ts";
import { standingOf } from "../../../server/built-in/follows-on.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("standingOf()", () => {
  it.each([
    ["and on Thor?", "follows"],
    ["how fast?", "follows"],
    ["does it run there?", "follows"],
    ["and Qwen3-8B on Thor?", "follows"],
    ["Does Qwen3-4B fit on an Orin Nano 8GB?", "new"],
    ["and does Qwen3-4B fit on Thor?", "new"],
    ["Which board for a VLM?", "new"],
    ["What is AWQ?", "new"],
    ["Tell me about the Orin NX 16GB", "new"],
    ["What can I run on an Orin Nano 8GB?", "new"],
    ["Hello", "nothing"],
    ["How do I bake bread?", "nothing"],
  ])("takes %s for what %s", (text, standing) => {
    const reading = readQuestion(text, knowledge);
    expect(standingOf(text, reading, asksSomething(text, reading))).toBe(standing);
  });
});
