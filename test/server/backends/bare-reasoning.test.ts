import type { LanguageModelV4StreamPart, LanguageModelV4Usage } from "@ai-sdk/provider";
import { extractReasoningMiddleware, streamText, wrapLanguageModel } from "ai";
import { MockLanguageModelV4, simulateReadableStream } from "ai/test";
import { describe, expect, it } from "vitest";
import {
  bareReasoningMiddleware,
  createThinkingHabit,
  type ThinkingHabit,
} from "../../../server/backends/bare-reasoning.ts";

const usage: LanguageModelV4Usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};

/** What comes of a reply in these pieces, both ways of thinking aloud taken out as in a back end. */
async function run(habit: ThinkingHabit, pieces: readonly string[]) {
  const chunks: LanguageModelV4StreamPart[] = [
    { type: "text-start", id: "t" },
    ...pieces.map((delta) => ({ type: "text-delta" as const, id: "t", delta })),
    { type: "text-end", id: "t" },
    { type: "finish", finishReason: { unified: "stop", raw: "stop" }, usage },
  ];
  const model = wrapLanguageModel({
    model: new MockLanguageModelV4({
      doStream: async () => ({ stream: simulateReadableStream({ chunks }) }),
    }),
    middleware: [extractReasoningMiddleware({ tagName: "think" }), bareReasoningMiddleware(habit)],
  });
  const texts: string[] = [];
  let reasoning = "";
  for await (const part of streamText({ model, prompt: "Hello" }).stream) {
    if (part.type === "text-delta") texts.push(part.text);
    if (part.type === "reasoning-delta") reasoning += part.text;
  }
  return { texts, text: texts.join(""), reasoning };
}

const holding = (): ThinkingHabit => ({ hold: true, always: false });
const bare = "I add 1 and 2.</think>\n\nIt is 3.";

describe("createThinkingHabit()", () => {
  it.each([
    ["qwen3:4b", true, false],
    ["qwen3:4b", false, true],
    ["deepseek-r1:8b", true, true],
    ["Qwen/Qwen3-4B-Thinking-2507", true, true],
    ["qwq:32b", true, true],
    ["phi-4-reasoning", true, true],
    ["llama3.1:8b", true, false],
    ["starcoder15:3b", true, false],
  ])("for %s, where the server separates thinking: %s, holds text at first: %s", (model, separates, hold) => {
    expect(createThinkingHabit(model, separates).hold).toBe(hold);
  });
});

describe("bareReasoningMiddleware()", () => {
  it("takes what comes before an end of thinking without a beginning out of the text, whatever the pieces", async () => {
    for (let cut = 0; cut <= bare.length; cut++)
      expect(await run(holding(), [bare.slice(0, cut), bare.slice(cut)])).toMatchObject({
        text: "It is 3.",
        reasoning: "I add 1 and 2.",
      });
    expect(await run(holding(), [...bare])).toMatchObject({ text: "It is 3.", reasoning: "I add 1 and 2." });
  });

  it("leaves thinking with both tags to the one who knows those", async () => {
    expect(await run(holding(), [..."<think>hm</think>Yes."])).toMatchObject({
      text: "Yes.",
      reasoning: "hm",
    });
  });

  it("leaves thinking that does not end out of the text, when it has begun with its tag", async () => {
    expect(await run(holding(), ["<think>hm", " hm"])).toMatchObject({ text: "", reasoning: "hm hm" });
  });

  it("shows a text without thinking whole, and the next one as it comes", async () => {
    const habit = holding();
    expect((await run(habit, ["It ", "is ", "3."])).texts).toEqual(["It is 3."]);
    expect((await run(habit, ["It ", "is ", "3."])).texts).toEqual(["It ", "is ", "3."]);
  });

  it("goes on holding the texts of a model that is known to think", async () => {
    const habit = createThinkingHabit("deepseek-r1:8b", true);
    expect((await run(habit, ["It ", "is ", "3."])).texts).toEqual(["It is 3."]);
    expect(await run(habit, [...bare])).toMatchObject({ text: "It is 3." });
  });

  it("holds texts from the first time that thinking slipped through", async () => {
    const habit = createThinkingHabit("qwen3:4b", true);
    await run(habit, [bare]);
    expect(habit.hold).toBe(true);
    expect(await run(habit, [...bare])).toMatchObject({ text: "It is 3." });
  });
});
