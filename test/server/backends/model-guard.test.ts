import type { LanguageModelV4StreamPart, LanguageModelV4Usage } from "@ai-sdk/provider";
import { wrapLanguageModel } from "ai";
import { MockLanguageModelV4, simulateReadableStream } from "ai/test";
import { describe, expect, it } from "vitest";
import { AppError } from "../../../knowledge/errors.ts";
import type { Breaker, CallEnd } from "../../../server/backends/breaker.ts";
import { modelError, toErrorEvent } from "../../../server/backends/model-errors.ts";
import { guardMiddleware } from "../../../server/backends/model-guard.ts";
import { collect } from "../../fixtures/collect.ts";

const usage: LanguageModelV4Usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};
const word: LanguageModelV4StreamPart = { type: "text-delta", id: "t", delta: "one" };
const finish: LanguageModelV4StreamPart = {
  type: "finish",
  finishReason: { unified: "stop", raw: "stop" },
  usage,
};
const call: LanguageModelV4StreamPart = { type: "tool-call", toolCallId: "1", toolName: "add", input: "{" };
const errorPart = (error: unknown): LanguageModelV4StreamPart => ({ type: "error", error });

function guarded(stream: () => Promise<{ stream: ReadableStream<LanguageModelV4StreamPart> }>) {
  const ends: CallEnd[] = [];
  const breaker: Breaker = { openFor: () => undefined, begin: () => (end) => void ends.push(end) };
  const model = wrapLanguageModel({
    model: new MockLanguageModelV4({ doStream: stream }),
    middleware: guardMiddleware(breaker),
  });
  return { model, ends };
}

async function run(chunks: LanguageModelV4StreamPart[]) {
  const { model, ends } = guarded(async () => ({ stream: simulateReadableStream({ chunks }) }));
  const { stream } = await model.doStream({ prompt: [] });
  return { parts: await collect(stream), ends };
}

describe("guardMiddleware()", () => {
  it("passes a whole reply and tells the breaker of it", async () => {
    expect(await run([word, finish])).toEqual({ parts: [word, finish], ends: ["answered"] });
  });

  it.each([
    { what: "one of our errors", error: modelError("llm-oom"), code: "llm-oom" },
    { what: "an event of ours", error: toErrorEvent(modelError("llm-stalled")).error, code: "llm-stalled" },
    { what: "an error of the SDK", error: new TypeError("x"), code: "llm-bad-response" },
  ])("ends a reply at $what, runs no call behind it, and tells the breaker", async ({ error, code }) => {
    const { parts, ends } = await run([word, errorPart(error), call, finish]);
    expect(parts.map(({ type }) => type)).toEqual(["text-delta", "error", "finish"]);
    expect(parts[1]).toMatchObject({ error: expect.any(AppError) });
    expect(parts[1]).toMatchObject({ error: { code } });
    expect(parts[2]).toMatchObject({ finishReason: { unified: "error" } });
    expect(ends).toMatchObject([{ code }]);
  });

  it("makes an error of a stream that fails", async () => {
    const failing = new ReadableStream<LanguageModelV4StreamPart>({
      pull: (controller) => controller.error(new Error("a call without a name")),
    });
    const { model, ends } = guarded(async () => ({ stream: failing }));
    const parts = await collect((await model.doStream({ prompt: [] })).stream);
    expect(parts).toMatchObject([{ type: "error", error: { code: "llm-bad-response" } }, { type: "finish" }]);
    expect(ends).toMatchObject([{ code: "llm-bad-response" }]);
  });

  it.each([
    { thrown: new Error("outer", { cause: modelError("llm-busy") }), code: "llm-busy" },
    { thrown: new Error("anything"), code: "llm-bad-response" },
  ])("throws $code when no reply begins", async ({ thrown, code }) => {
    const { model, ends } = guarded(() => Promise.reject(thrown));
    await expect(model.doStream({ prompt: [] })).rejects.toMatchObject({ name: "AppError", code });
    expect(ends).toMatchObject([{ code }]);
  });

  it("leaves a caller's own abort as it is, and takes it for no failure", async () => {
    const reason = new DOMException("gone", "AbortError");
    const abortSignal = AbortSignal.abort(reason);
    const early = guarded(() => Promise.reject(reason));
    await expect(early.model.doStream({ prompt: [], abortSignal })).rejects.toBe(reason);
    const failing = new ReadableStream<LanguageModelV4StreamPart>({
      pull: (controller) => controller.error(reason),
    });
    const late = guarded(async () => ({ stream: failing }));
    const { stream } = await late.model.doStream({ prompt: [], abortSignal });
    await expect(collect(stream)).rejects.toBe(reason);
    expect([...early.ends, ...late.ends]).toEqual(["abandoned", "abandoned"]);
  });

  it("takes a reply that nobody wants any more for abandoned", async () => {
    const { model, ends } = guarded(async () => ({
      stream: simulateReadableStream({ chunks: [word, finish] }),
    }));
    await (await model.doStream({ prompt: [] })).stream.cancel();
    expect(ends).toEqual(["abandoned"]);
  });

  it("asks nothing while the breaker is open", async () => {
    const down = modelError("llm-unreachable");
    const inner = new MockLanguageModelV4({
      doStream: async () => ({ stream: simulateReadableStream({ chunks: [] }) }),
    });
    const begin = () => {
      throw down;
    };
    const model = wrapLanguageModel({
      model: inner,
      middleware: guardMiddleware({ openFor: () => down, begin }),
    });
    await expect(model.doStream({ prompt: [] })).rejects.toBe(down);
    expect(inner.doStreamCalls).toEqual([]);
  });
});
