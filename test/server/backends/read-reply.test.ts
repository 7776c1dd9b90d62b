import { describe, expect, it } from "vitest";
import type { WireEvent } from "../../../server/backends/read-events.ts";
import { readReply } from "../../../server/backends/read-reply.ts";

const chunk = (delta: object, finish_reason: string | null = null) =>
  JSON.stringify({ choices: [{ index: 0, delta, finish_reason }] });
const word = chunk({ content: "word " });
const stop = chunk({}, "stop");
const end = "[DONE]";

async function piecesOf(events: readonly (string | WireEvent)[], mostTokens = 100) {
  async function* wire() {
    for (const event of events) yield typeof event === "string" ? { data: event } : event;
  }
  const pieces = [];
  try {
    for await (const piece of readReply(wire(), mostTokens)) pieces.push(piece);
    return { pieces };
  } catch (error) {
    return { pieces, error };
  }
}

describe("readReply()", () => {
  it("passes the chunks of a whole reply as they are, and the end", async () => {
    expect(await piecesOf([word, word, stop, end])).toEqual({
      pieces: [
        { json: word, token: true },
        { json: word, token: true },
        { json: stop, token: false },
        { end: true },
      ],
    });
  });

  it.each([
    { what: "content", delta: { content: "a" }, token: true },
    { what: "reasoning of vLLM and llama-server", delta: { reasoning_content: "a" }, token: true },
    { what: "reasoning of Ollama", delta: { content: "", reasoning: "a" }, token: true },
    { what: "a call", delta: { tool_calls: [{ function: { name: "a", arguments: "" } }] }, token: true },
    { what: "a role", delta: { role: "assistant", content: "" }, token: false },
    { what: "no calls", delta: { tool_calls: [] }, token: false },
  ])("counts $what as a token: $token", async ({ delta, token }) => {
    expect((await piecesOf([chunk(delta)])).pieces).toEqual([{ json: chunk(delta), token }]);
  });

  it.each([
    { what: "nothing at all", events: [] },
    { what: "an end in the middle", events: [word, word] },
    { what: "the closing mark without a reason", events: [word, end] },
    { what: "a reason that says nothing", events: [word, chunk({}, ""), end] },
    { what: "a reason without the closing mark", events: [word, stop] },
  ])("says that a reply was interrupted for $what", async ({ events }) => {
    const { pieces, error } = await piecesOf(events);
    expect(error).toMatchObject({ code: "llm-interrupted" });
    expect(pieces.filter((piece) => "end" in piece)).toEqual([]);
  });

  it.each(['{"choices":', "word", "[1]", "null", '{"choices":{}}', '{"choices":[{"delta":7}]}'])(
    "says of %s that it is no reply",
    async (data) => {
      expect((await piecesOf([word, data, stop, end])).error).toMatchObject({ code: "llm-bad-response" });
    },
  );

  it.each([
    { event: '{"error":{"message":"x","code":500}}', code: "llm-bad-response" },
    { event: '{"error":"an error was encountered while running the model"}', code: "llm-bad-response" },
    { event: '{"object":"error","message":"maximum context length is 4096"}', code: "llm-context-exceeded" },
    { event: '{"error":{"message":"CUDA error: out of memory"}}', code: "llm-oom" },
    { event: { failure: "signal: killed" }, code: "llm-oom" },
  ])("tells $code from an error that comes as an event", async ({ event, code }) => {
    const { pieces, error } = await piecesOf([word, event, stop, end]);
    expect(pieces).toHaveLength(1);
    expect(error).toMatchObject({ code });
  });

  it("passes an error that is null", async () => {
    expect((await piecesOf(['{"error":null,"choices":[]}', stop, end])).error).toBeUndefined();
  });

  it("makes text of arguments that come as an object", async () => {
    const call = { index: 0, function: { name: "add", arguments: { a: 1 } } };
    const { pieces } = await piecesOf([chunk({ tool_calls: [call] })]);
    const [piece] = pieces;
    expect(piece && "json" in piece && JSON.parse(piece.json)).toMatchObject({
      choices: [{ delta: { tool_calls: [{ index: 0, function: { name: "add", arguments: '{"a":1}' } }] } }],
    });
  });

  it("writes a chunk of several lines as one", async () => {
    expect((await piecesOf(['{"choices":\n[]}'])).pieces).toEqual([{ json: '{"choices":[]}', token: false }]);
  });

  it("cuts a reply that goes on beyond its limit, as if the server had kept it", async () => {
    const { pieces, error } = await piecesOf(Array(50).fill(word), 10);
    expect(error).toBeUndefined();
    expect(pieces).toHaveLength(12);
    expect(JSON.stringify(pieces[10])).toContain('finish_reason\\":\\"length');
    expect(pieces[11]).toEqual({ end: true });
  });
});
