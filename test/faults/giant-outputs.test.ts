import { afterEach, describe, expect, it } from "vitest";
import {
  type Brain,
  type BrainReply,
  ChatBody,
  promptTokens,
  scripted,
} from "../../evals/self/model-server/brain.ts";
import type { ModelServer } from "../../evals/self/model-server/start-server.ts";
import { answerOf, createBench, expectOrderly, expectSettled, textOf } from "../fixtures/fault-bench.ts";
import { startVllmServer } from "../fixtures/model-servers/vllm-server.ts";
import { startProduct, usualQuestion } from "../fixtures/whole-product.ts";

const bench = createBench();
afterEach(bench.close);

const sentence = "Llama 3.1 8B fits on the Jetson Orin NX 16GB. ";

describe("R15: a model that does not end", () => {
  it.each<{ name: string; reply: BrainReply }>([
    { name: "words", reply: { text: "word " } },
    { name: "newlines", reply: { text: "\n" } },
    { name: "emoji", reply: { text: "🚀" } },
    { name: "thoughts", reply: { reasoning: "hmm " } },
    { name: "thoughts in tags", reply: { text: "<think>hmm" } },
    { name: "the beginning of a call as text", reply: { text: '{"name":' } },
  ])("is stopped at its limit, and its connection with it: $name", async ({ reply: said }) => {
    const { server, product } = await bench.ollama(
      { brain: scripted(said), fault: { kind: "infinite" } },
      { clocks: { firstByteMs: 20_000, idleMs: 5_000, totalMs: 20_000 } },
    );
    const reply = await product.chat();
    expectOrderly(reply);
    expect(answerOf(reply)).toMatchObject({ verdict: "fits", stopReason: "length" });
    expect(textOf(reply).length).toBeLessThan(20_000);
    expect(server.chats()[0]?.sentBytes ?? 0).toBeLessThan(8 * 2 ** 20);
    for (const { body } of server.chats()) expect(ChatBody.parse(body).max_tokens).toBeLessThanOrEqual(1_000);
    await expectSettled(product, server);
  });

  it("is stopped by time where its events hold nothing", async () => {
    const server = bench.kept(
      await startVllmServer({ brain: scripted({ text: "" }), fault: { kind: "infinite", everyMs: 5 } }),
    );
    const product = bench.kept(
      await startProduct(server.endpoint, { model: "Qwen/Qwen3-4B-AWQ", clocks: { firstByteMs: 300 } }),
    );
    const reply = await product.chat();
    expectOrderly(reply);
    expect(answerOf(reply)).toMatchObject({ degraded: true, problem: { code: "llm-timeout" } });
    await expect.poll(server.openSockets, { timeout: 1_000 }).toBe(0);
  });

  it("is stopped by time where its words come slowly for ever", async () => {
    const { server, product } = await bench.ollama(
      { brain: scripted({ text: "word " }), fault: { kind: "infinite", everyMs: 20 } },
      { clocks: { totalMs: 400 } },
    );
    const answer = await product.advisor.ask(usualQuestion);
    expect(answer).toMatchObject({ degraded: true, problem: { code: "llm-timeout" } });
    await expectSettled(product, server);
  });
});

/** Requests a model makes with tools in each of its steps, as many as it may. */
const greedy: Brain = ({ tools }, index) =>
  tools?.length
    ? {
        calls: ["agx-orin-64gb", "orin-nx-8gb", "thor-t4000", "orin-nano-8gb"].map((device, at) => ({
          name: "memory-fit",
          input: {
            device,
            workloads: [{ model: "qwen3-8b" }],
            ...(index > 0 && { contextTokens: 1024 * (at + index) }),
          },
        })),
      }
    : { text: sentence };

const turns = Array.from({ length: 61 }, (_, index) =>
  index % 2 === 0 ? usualQuestion : `${sentence}${"It has been said before and at length. ".repeat(20)}`,
);

function expectWhole(server: ModelServer, context: number): void {
  const bodies = server.chats().map(({ body }) => ChatBody.parse(body));
  const [{ messages: [system] = [], tools = [] } = {}] = bodies;
  for (const body of bodies) {
    expect(body.messages[0]).toEqual(system);
    if (body.tools) expect(body.tools).toEqual(tools);
    expect(JSON.stringify(body.messages)).toContain(usualQuestion);
    expect(promptTokens(body) + (body.max_tokens ?? 0)).toBeLessThanOrEqual(context);
  }
}

describe("R11: more than the context holds", () => {
  it.each(["guided", "free"] as const)(
    "drops the oldest turns, never the instructions and tools: %s",
    async (mode) => {
      const { server, product } = await bench.ollama({ brain: greedy }, { mode });
      const reply = await product.chat(turns);
      expectOrderly(reply);
      expect(answerOf(reply)).toMatchObject({ verdict: "fits", problem: null });
      expectWhole(server, 4096);
      await expectSettled(product, server);
    },
  );

  it("is told where the server read far less than was sent", async () => {
    const models = [{ name: "qwen3:4b", capabilities: ["completion", "tools"], loadedContext: 1024 }];
    const { product } = await bench.ollama({ models });
    const reply = await product.chat();
    expectOrderly(reply);
    expect(answerOf(reply)?.problem).toMatchObject({
      code: "context-truncated",
      message: expect.stringContaining("1024"),
    });
  });
});
