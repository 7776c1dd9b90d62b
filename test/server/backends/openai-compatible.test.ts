import { setTimeout as sleep } from "node:timers/promises";
import { generateText } from "ai";
import { afterEach, describe, expect, it } from "vitest";
import { type Brain, ChatBody, scripted } from "../../../evals/self/model-server/brain.ts";
import { startOllamaServer } from "../../../evals/self/model-server/ollama-server.ts";
import type { Faults, ModelServer } from "../../../evals/self/model-server/start-server.ts";
import type { BackendWait } from "../../../server/backends/backend.ts";
import { type ModelClocks, usualClocks } from "../../../server/backends/model-clocks.ts";
import {
  type BackendParts,
  createOpenAICompatibleBackend,
} from "../../../server/backends/openai-compatible.ts";
import { profileOf } from "../../../server/backends/profiles.ts";
import { converse, tools } from "../../fixtures/model-servers/converse.ts";
import { startLlamaServer } from "../../fixtures/model-servers/llama-server.ts";
import { startVllmServer } from "../../fixtures/model-servers/vllm-server.ts";

const clocks: ModelClocks = {
  ...usualClocks,
  connectMs: 300,
  firstByteMs: 1_000,
  idleMs: 200,
  totalMs: 1_000,
  retryMs: 10,
  loadingMs: 10,
};
const calls = [
  { name: "add", input: { a: 1, b: 2 } },
  { name: "add", input: { a: 3, b: 4 } },
];
const inputs = calls.map(({ input }) => input);
const hello = scripted({ text: "Hello there, 3 is it." });

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});
function kept<T extends { close(): unknown }>(server: T): T {
  open.push(server);
  return server;
}
const bodyOf = (server: ModelServer, index = 0) => ChatBody.parse(server.chats()[index]?.body);

/** A back end at each kind of server, with its profile. */
const kinds = [
  {
    kind: "ollama" as const,
    model: "qwen3:4b",
    start: (brain: Brain, fault?: Faults) => startOllamaServer({ brain, ...(fault && { fault }) }),
  },
  {
    kind: "vllm" as const,
    model: "Qwen/Qwen3-4B-AWQ",
    start: (brain: Brain, fault?: Faults) => startVllmServer({ brain, ...(fault && { fault }) }),
  },
  {
    kind: "llama-server" as const,
    model: "Qwen3-4B-Q4_K_M.gguf",
    start: (brain: Brain, fault?: Faults) => startLlamaServer({ brain, ...(fault && { fault }) }),
  },
];

function at(
  server: ModelServer,
  { kind, model }: { kind: (typeof kinds)[number]["kind"]; model: string },
  more: Partial<BackendParts> = {},
) {
  return createOpenAICompatibleBackend({
    endpoint: server.endpoint,
    model,
    profile: profileOf(kind),
    clocks,
    ...more,
  });
}

async function ollamaAt(
  options: Partial<Parameters<typeof startOllamaServer>[0]> = {},
  more: Partial<BackendParts> = {},
) {
  const server = kept(await startOllamaServer({ brain: hello, ...options }));
  return { server, backend: at(server, { kind: "ollama", model: "qwen3:4b" }, more) };
}

describe.each(kinds)("createOpenAICompatibleBackend() at $kind", (entry) => {
  it("streams the words of a reply", async () => {
    const server = kept(await entry.start(hello));
    const seen: string[] = [];
    const { text, finish, errors } = await converse(at(server, entry), { onText: (word) => seen.push(word) });
    expect({ text, finish, errors }).toEqual({ text: "Hello there, 3 is it.", finish: "stop", errors: [] });
    expect(bodyOf(server)).toMatchObject({
      model: entry.model,
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  it("takes the calls of a reply, with the text before them", async () => {
    const server = kept(await entry.start(scripted({ text: "I add.", calls })));
    const result = await converse(at(server, entry), { tools });
    expect(result).toMatchObject({ text: "I add.", finish: "tool-calls", errors: [] });
    expect(result.calls.map(({ input }) => input)).toEqual(inputs);
    expect(JSON.stringify(bodyOf(server))).not.toContain("$schema");
  });

  it("keeps thinking out of the text, however the server tells it", async () => {
    const server = kept(await entry.start(scripted({ reasoning: "I add 1 and 2.", text: "It is 3." })));
    expect(await converse(at(server, entry))).toMatchObject({
      text: "It is 3.",
      reasoning: "I add 1 and 2.",
    });
  });

  it("keeps thinking in tags out of the text", async () => {
    const server = kept(await entry.start(scripted({ text: "<think>\nI add.\n</think>\n\nIt is 3." })));
    const { text, reasoning } = await converse(at(server, entry));
    expect(text.trim()).toBe("It is 3.");
    expect(reasoning).toContain("I add.");
  });

  it("takes a call that was written as text, and counts it", async () => {
    const server = kept(
      await entry.start(
        scripted({ text: '<tool_call>\n{"name": "add", "arguments": {"a": 1, "b": 2}}\n</tool_call>' }),
      ),
    );
    let recovered = 0;
    const onRecoveredCall = () => {
      recovered += 1;
    };
    const result = await converse(at(server, entry), { tools, turn: { onRecoveredCall } });
    expect(result).toMatchObject({
      text: "",
      calls: [{ name: "add", input: inputs[0] }],
      finish: "tool-calls",
    });
    expect(recovered).toBe(1);
  });

  it("says that the text broke off, keeps what came, and never calls it complete", async () => {
    const server = kept(await entry.start(hello));
    const backend = at(server, entry);
    await converse(backend);
    server.setFault({ kind: "fin", at: 4 });
    const result = await converse(backend);
    expect(result).toMatchObject({ finish: "error", error: { code: "llm-interrupted" } });
    expect("Hello there, 3 is it.").toContain(result.text.trim());
    expect(result.text).not.toBe("");
  });

  it("gives a whole reply to who wants one, by the same stream", async () => {
    const server = kept(await entry.start(hello));
    const model = at(server, entry).narrator?.modelFor({ onWait: () => {} });
    if (!model) throw new Error("no model");
    const { text, usage } = await generateText({ model, prompt: "Hello", maxRetries: 0 });
    expect(text).toBe("Hello there, 3 is it.");
    expect(usage.inputTokens).toBeGreaterThan(0);
    expect(bodyOf(server).stream).toBe(true);
  });
});

describe("createOpenAICompatibleBackend()", () => {
  it.each(["", "/", "/v1", "/v1/", "//"])("finds the chat at an endpoint that ends in %s", async (end) => {
    const { server } = await ollamaAt();
    const backend = createOpenAICompatibleBackend({ endpoint: server.root + end, model: "qwen3:4b", clocks });
    expect((await converse(backend)).text).toContain("Hello");
    expect(server.chats()).toHaveLength(1);
  });

  it("takes a server at a usual port for the usual kind, until it says what it is", () => {
    const kindAt = (endpoint: string) =>
      createOpenAICompatibleBackend({ endpoint, model: "m" }).narrator?.profile.kind;
    expect(kindAt("http://10.0.0.7:11434")).toBe("ollama");
    expect(kindAt("http://box:8000/v1")).toBe("vllm");
    expect(kindAt("http://box/v1")).toBe("openai-compatible");
  });

  it("sends Ollama no choice of tool, and thinks of it as told not to think", async () => {
    const { server, backend } = await ollamaAt();
    await converse(backend, { tools });
    expect(bodyOf(server)).not.toHaveProperty("tool_choice");
    expect(bodyOf(server)).toMatchObject({
      reasoning_effort: "none",
      tools: [{ function: { name: "add" } }],
    });
  });

  it("does without what a server refuses of its profile, and remembers that", async () => {
    const refusal = `{"error":{"message":"invalid reasoning value: 'none'"}}`;
    const { server, backend } = await ollamaAt({
      fault: (body) => (body.reasoning_effort ? { kind: "status", status: 400, body: refusal } : undefined),
    });
    for (const _ of [1, 2]) expect((await converse(backend)).text).toContain("Hello");
    const sent = server.chats().map((_, index) => "reasoning_effort" in bodyOf(server, index));
    expect(sent).toEqual([true, false, false]);
  });

  it("asks no more than twice where a server refuses that and the rest", async () => {
    const { server, backend } = await ollamaAt({
      fault: { kind: "status", status: 400, body: "no thinking" },
    });
    expect((await converse(backend)).error).toMatchObject({ code: "llm-bad-response" });
    expect(server.chats()).toHaveLength(2);
  });

  it("takes calls whose names come late", async () => {
    const { backend } = await ollamaAt({ lateNames: true, brain: scripted({ calls: calls.slice(0, 1) }) });
    expect((await converse(backend, { tools })).calls.map(({ input }) => input)).toEqual([inputs[0]]);
  });

  it("waits for a busy server", async () => {
    const { server, backend } = await ollamaAt({ busy: 2 });
    const waits: BackendWait[] = [];
    const { text } = await converse(backend, { turn: { onWait: (wait) => waits.push(wait) } });
    expect(text).toContain("Hello");
    expect(waits.map(({ state }) => state)).toEqual(["retrying", "retrying"]);
    expect(server.chats()).toHaveLength(3);
  });

  it("tells the command for a missing model, is not ready, and is so when it is there", async () => {
    const { server, backend } = await ollamaAt({ models: [] });
    expect((await converse(backend)).error).toMatchObject({
      code: "llm-model-missing",
      message: expect.stringContaining("ollama pull qwen3:4b"),
    });
    expect(await backend.readiness()).toMatchObject({ ready: false, fix: "ollama pull qwen3:4b" });
    server.models.push({ name: "qwen3:4b" });
    expect((await converse(backend)).text).toContain("Hello");
  });

  it("tells where a server refuses tools, of a model and of a server", async () => {
    const { backend } = await ollamaAt({ models: [{ name: "qwen3:4b", capabilities: ["completion"] }] });
    expect((await converse(backend, { tools })).error).toMatchObject({ code: "llm-no-tools" });
    expect((await converse(backend)).text).toContain("Hello");
    const server = kept(await startVllmServer({ brain: hello, toolParser: false }));
    const vllm = at(server, { kind: "vllm", model: "Qwen/Qwen3-4B-AWQ" });
    expect((await converse(vllm, { tools })).error).toMatchObject({ code: "llm-no-tools" });
    expect((await converse(vllm)).text).toContain("Hello");
  });

  it("tells where the prompt is longer than the context", async () => {
    const messages = [{ role: "user" as const, content: "word ".repeat(2_000) }];
    const vllm = kept(await startVllmServer({ brain: hello, maxModelLength: 1_000 }));
    const llama = kept(await startLlamaServer({ brain: hello, context: 1_000 }));
    const entries = [
      at(vllm, { kind: "vllm", model: "Qwen/Qwen3-4B-AWQ" }),
      at(llama, { kind: "llama-server", model: "m" }),
    ];
    for (const backend of entries)
      expect((await converse(backend, { messages })).error).toMatchObject({ code: "llm-context-exceeded" });
  });

  it("shows thinking of vLLM without a parser in no reply, and streams replies without thinking from the second on", async () => {
    const reasoning = "I add 1 and 2.";
    const server = kept(
      await startVllmServer({ brain: scripted({ reasoning, text: "It is 3." }), reasoningParser: false }),
    );
    const backend = at(server, { kind: "vllm", model: "Qwen/Qwen3-4B-AWQ" });
    for (const _ of [1, 2]) expect(await converse(backend)).toMatchObject({ text: "It is 3.", reasoning });
    server.setBrain(hello);
    await converse(backend);
    const words: string[] = [];
    await converse(backend, { onText: (word) => words.push(word) });
    expect(words.length).toBeGreaterThan(3);
  });

  it("answers again after its server came back, without being made anew", async () => {
    const { server, backend } = await ollamaAt();
    await server.close();
    open.length = 0;
    expect((await converse(backend)).error).toMatchObject({ code: "llm-unreachable" });
    kept(await startOllamaServer({ brain: hello, port: Number(new URL(server.root).port) }));
    expect((await converse(backend)).text).toContain("Hello");
  });

  it("leaves a server alone after three failures, says why at once, and tries again later", async () => {
    const { server, backend } = await ollamaAt({ fault: { kind: "oom" } }, { breakerMs: 150 });
    for (const _ of [1, 2, 3, 4, 5, 6])
      expect((await converse(backend)).error).toMatchObject({ code: "llm-oom" });
    expect(server.chats()).toHaveLength(3);
    await sleep(170);
    expect((await converse(backend)).error).toMatchObject({ code: "llm-oom" });
    expect((await converse(backend)).error).toMatchObject({ code: "llm-oom" });
    expect(server.chats()).toHaveLength(4);
    server.setFault({ kind: "ok" });
    await sleep(170);
    for (const _ of [1, 2, 3]) expect((await converse(backend)).text).toContain("Hello");
  });

  it("runs no call of a reply that broke off", async () => {
    const { backend } = await ollamaAt({ brain: scripted({ calls }), fault: { kind: "no-done" } });
    const result = await converse(backend, { tools });
    expect(result.error).toMatchObject({ code: "llm-interrupted" });
    expect(result.finish).toBe("error");
  });

  it.each<{ when: string; fault: Faults; afterMs: number }>([
    { when: "before the first token", fault: { kind: "delay-first", ms: 900 }, afterMs: 60 },
    { when: "in the middle", fault: { kind: "pace", ms: 30 }, afterMs: 80 },
  ])(
    "lets go of the server when the caller goes away $when, and does not count that as a failure",
    async ({ fault, afterMs }) => {
      const { server, backend } = await ollamaAt({ fault });
      for (const _ of [1, 2, 3, 4]) {
        await converse(backend, { abortSignal: AbortSignal.timeout(afterMs) });
        await sleep(30);
        expect(server.openSockets()).toBe(0);
      }
      server.setFault({ kind: "ok" });
      expect((await converse(backend)).text).toContain("Hello");
    },
  );

  it("names neither its server's address nor its words in any error", async () => {
    const secret = '{"error":{"message":"secret of 127.0.0.1 at /home/user"}}';
    for (const status of [400, 401, 404, 429, 500, 502, 503]) {
      const { server, backend } = await ollamaAt({ fault: { kind: "status", status, body: secret } });
      const { error } = await converse(backend);
      expect(error?.code).toMatch(/^llm-/);
      expect(error?.message).not.toMatch(/secret|127\.0|home/);
      expect(server.chats().length).toBeLessThanOrEqual(3);
    }
  });

  it("notes the prompt tokens that the server counts, which tell of a prompt it cut", async () => {
    const { backend } = await ollamaAt({ models: [{ name: "qwen3:4b", loadedContext: 64 }] });
    const model = backend.narrator?.modelFor({ onWait: () => {} });
    if (!model) throw new Error("no model");
    const { usage } = await generateText({ model, prompt: "word ".repeat(500), maxRetries: 0 });
    expect(usage.inputTokens).toBe(64);
    expect(await backend.narrator?.contextTokens()).toBe(64);
  });
});
