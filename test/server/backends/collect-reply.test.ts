import type { LanguageModelV4StreamPart, LanguageModelV4Usage } from "@ai-sdk/provider";
import { wrapLanguageModel } from "ai";
import { MockLanguageModelV4, simulateReadableStream } from "ai/test";
import { describe, expect, it } from "vitest";
import { collectReplyMiddleware } from "../../../server/backends/collect-reply.ts";
import { modelError } from "../../../server/backends/model-errors.ts";

const usage: LanguageModelV4Usage = {
  inputTokens: { total: 9, noCache: 9, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 3, text: 3, reasoning: 0 },
};
const finish: LanguageModelV4StreamPart = {
  type: "finish",
  finishReason: { unified: "stop", raw: "stop" },
  usage,
};

async function generate(chunks: LanguageModelV4StreamPart[]) {
  const model = wrapLanguageModel({
    model: new MockLanguageModelV4({
      doStream: async () => ({ stream: simulateReadableStream({ chunks }) }),
    }),
    middleware: collectReplyMiddleware,
  });
  return await model.doGenerate({ prompt: [] });
}

describe("collectReplyMiddleware", () => {
  it("puts the parts of a stream together, in their order", async () => {
    const call: LanguageModelV4StreamPart = {
      type: "tool-call",
      toolCallId: "1",
      toolName: "add",
      input: "{}",
    };
    const result = await generate([
      { type: "reasoning-start", id: "r" },
      { type: "reasoning-delta", id: "r", delta: "hm" },
      { type: "text-start", id: "t" },
      { type: "text-delta", id: "t", delta: "It " },
      { type: "text-delta", id: "t", delta: "fits." },
      { type: "text-end", id: "t" },
      call,
      finish,
    ]);
    expect(result).toMatchObject({
      content: [{ type: "reasoning", text: "hm" }, { type: "text", text: "It fits." }, call],
      finishReason: { unified: "stop" },
      usage,
    });
  });

  it("throws the error of a stream, and calls a stream without an end interrupted", async () => {
    const error = modelError("llm-stalled");
    await expect(generate([{ type: "error", error }, finish])).rejects.toBe(error);
    await expect(generate([])).rejects.toMatchObject({ code: "llm-interrupted" });
  });
});
