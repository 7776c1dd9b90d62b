import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { scripted } from "../../../evals/self/model-server/brain.ts";
import type { Fault } from "../../../evals/self/model-server/faults.ts";
import { startOllamaServer } from "../../../evals/self/model-server/ollama-server.ts";
import type { Faults, ModelServer } from "../../../evals/self/model-server/start-server.ts";
import type { BackendWait } from "../../../server/backends/backend.ts";
import { type ModelClocks, usualClocks } from "../../../server/backends/model-clocks.ts";
import { createModelFetch } from "../../../server/backends/model-fetch.ts";
import { startLlamaServer } from "../../fixtures/model-servers/llama-server.ts";
import { openStuckPort } from "../../fixtures/stuck-port.ts";

const clocks: ModelClocks = {
  connectMs: 300,
  firstByteMs: 500,
  idleMs: 200,
  totalMs: 1_000,
  retryMs: 20,
  longestRetryAfterMs: 100,
  loadingMs: 10,
};
const subject = { model: "qwen3:4b", kind: "ollama" as const };
const brain = scripted({ text: "one two three four five six seven" });
const request = { model: "qwen3:4b", stream: true, messages: [{ role: "user", content: "Hello" }] };

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function start(fault: Faults = { kind: "ok" }) {
  const server = await startOllamaServer({ brain, fault });
  open.push(server);
  return server;
}

type Options = { clocks?: Partial<ModelClocks>; signal?: AbortSignal; body?: object };

/** One request, its whole body read: the text of its tokens, and what it ended with. */
async function send(endpoint: string, { clocks: changed, signal, body = request }: Options = {}) {
  const waits: BackendWait[] = [];
  const fetchModel = createModelFetch({
    onWait: (wait) => waits.push(wait),
    subject,
    clocks: { ...clocks, ...changed },
  });
  const started = performance.now();
  try {
    const response = await fetchModel(`${endpoint}/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    });
    const raw = await response.text();
    const text = [...raw.matchAll(/"content":"([^"]*)"/g)].map(([, word]) => word).join("");
    const [, code] = /"type":"advisor","code":"([\w-]+)"/.exec(raw) ?? [];
    return { raw, text, code, waits, ms: performance.now() - started };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    return { raw: "", text: "", code, error, waits, ms: performance.now() - started };
  }
}

async function allClosed(server: ModelServer) {
  const started = performance.now();
  while (server.openSockets() > 0 && performance.now() - started < 1_000) await sleep(5);
  return server.openSockets() === 0;
}

describe("createModelFetch()", () => {
  it("gives a whole reply, closes its connection, and asks for no encoding", async () => {
    const server = await start();
    const { text, raw, code } = await send(server.endpoint);
    expect(text).toBe("one two three four five six seven");
    expect(raw.endsWith("data: [DONE]\n\n")).toBe(true);
    expect(code).toBeUndefined();
    expect(server.chats()).toMatchObject([{ body: request, headers: { "accept-encoding": "identity" } }]);
    expect(await allClosed(server)).toBe(true);
  });

  it("says within two seconds that nobody listens, after three attempts", async () => {
    const server = await start();
    await server.close();
    open.length = 0;
    const { code, ms, waits } = await send(server.endpoint, {
      clocks: { retryMs: usualClocks.retryMs, firstByteMs: 5_000 },
    });
    expect(code).toBe("llm-unreachable");
    expect(ms).toBeLessThan(2_000);
    expect(waits.map(({ state }) => state)).toEqual(["retrying", "retrying"]);
  });

  it("says so of a port that neither takes nor refuses a connection, in the time for that", async () => {
    const stuck = await openStuckPort();
    open.push(stuck);
    const { code, ms, waits } = await send(`http://127.0.0.1:${stuck.port}/v1`, {
      clocks: { firstByteMs: 5_000 },
    });
    expect(code).toBe("llm-unreachable");
    expect(ms).toBeLessThan(600);
    expect(waits).toEqual([]);
  });

  it.each<{ fault: Fault; time: Partial<ModelClocks>; code: string | undefined }>([
    { fault: { kind: "delay-headers", ms: 150 }, time: { firstByteMs: 300 }, code: undefined },
    { fault: { kind: "delay-headers", ms: 450 }, time: { firstByteMs: 300 }, code: "llm-timeout" },
    { fault: { kind: "delay-first", ms: 150 }, time: { firstByteMs: 300 }, code: undefined },
    { fault: { kind: "delay-first", ms: 450 }, time: { firstByteMs: 300 }, code: "llm-timeout" },
    { fault: { kind: "heartbeats", ms: 450, everyMs: 20 }, time: { firstByteMs: 300 }, code: "llm-timeout" },
    {
      fault: { kind: "delay-first", ms: 250 },
      time: { firstByteMs: 400, idleMs: 50, totalMs: 100 },
      code: undefined,
    },
    { fault: { kind: "pace", ms: 50 }, time: { idleMs: 120, firstByteMs: 120 }, code: undefined },
    { fault: { kind: "pace", ms: 50 }, time: { idleMs: 120, totalMs: 150 }, code: "llm-timeout" },
  ])("ends with $code for $fault and the clocks $time", async ({ fault, time, code: wanted }) => {
    const server = await start(fault);
    const { code, ms } = await send(server.endpoint, { clocks: time });
    expect(code).toBe(wanted);
    if (fault.kind !== "pace" && wanted) expect(ms).toBeLessThan(300 * 1.25);
    expect(await allClosed(server)).toBe(true);
  });

  it("says that a reply stalled at the time for that, keeps what came, and closes the connection", async () => {
    const server = await start({ kind: "stall", at: 5 });
    const { text, code, ms } = await send(server.endpoint);
    expect({ text, code }).toEqual({ text: "one two three four five ", code: "llm-stalled" });
    expect(ms).toBeGreaterThan(180);
    expect(ms).toBeLessThan(400);
    expect(await allClosed(server)).toBe(true);
  });

  it("does not take a slow reader for a slow server", async () => {
    const server = await start();
    const fetchModel = createModelFetch({ onWait: () => {}, subject, clocks: { ...clocks, idleMs: 50 } });
    const response = await fetchModel(`${server.endpoint}/chat/completions`, {
      body: JSON.stringify(request),
    });
    let raw = "";
    for await (const piece of response.body ?? []) {
      raw += new TextDecoder().decode(piece);
      await sleep(70);
    }
    expect(raw).not.toContain("llm-stalled");
    expect(raw).toContain("[DONE]");
  });

  it.each<Fault>([
    { kind: "fin", at: 3 },
    { kind: "rst", at: 3 },
    { kind: "eof", at: 3 },
    { kind: "eof", at: 0 },
    { kind: "fin", at: 7 },
  ])(
    "says that $kind after $at tokens is an interruption, keeps what came, and does not ask again",
    async (fault) => {
      const server = await start(fault);
      const { text, code, raw } = await send(server.endpoint);
      expect(code).toBe("llm-interrupted");
      expect(raw).not.toContain("[DONE]");
      expect(text.trim().split(" ").filter(Boolean)).toHaveLength("at" in fault ? fault.at : 0);
      expect(server.chats()).toHaveLength(1);
    },
  );

  it("says that a reply without its closing mark is an interruption", async () => {
    const server = await start({ kind: "no-done" });
    expect(await send(server.endpoint)).toMatchObject({ code: "llm-interrupted" });
  });

  it.each<Fault>([
    { kind: "html" },
    { kind: "gzip-bomb" },
    { kind: "bad-json", at: 3 },
    { kind: "long-line", bytes: 64 * 2 ** 20 },
    { kind: "in-band-error", at: 3, error: { error: { message: "secret", code: 500 } } },
    { kind: "status", status: 200, body: '{"choices":[]}' },
    { kind: "status", status: 400, body: '{"error":{"message":"secret"}}' },
    { kind: "status", status: 401 },
  ])("says that $kind is no reply, quickly and without its words", async (fault) => {
    const server = await start(fault);
    const { code, raw, ms, error } = await send(server.endpoint, { clocks: { firstByteMs: 5_000 } });
    expect(code).toBe("llm-bad-response");
    expect(`${raw}${error instanceof Error ? error.message : ""}`).not.toMatch(/secret|127\.0\.0\.1/);
    expect(ms).toBeLessThan(1_500);
    expect(server.chats()).toHaveLength(1);
    expect(await allClosed(server)).toBe(true);
  });

  it("takes no more memory than its limit from a line without an end", async () => {
    const server = await start({ kind: "long-line", bytes: 64 * 2 ** 20 });
    const before = process.memoryUsage().rss;
    await send(server.endpoint);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 2 ** 20);
  });

  it.each([301, 302, 307, 308])("does not follow a redirect with %i", async (status) => {
    const target = await start();
    const server = await start({
      kind: "status",
      status,
      headers: { location: `${target.endpoint}/chat/completions` },
    });
    expect(await send(server.endpoint)).toMatchObject({ code: "llm-bad-response" });
    expect(target.asked).toEqual([]);
  });

  it.each([
    { what: "500 for ever", statuses: [500, 500, 500, 500], attempts: 2, code: "llm-bad-response" },
    { what: "500 once", statuses: [500], attempts: 2, code: undefined },
    { what: "503 twice", statuses: [503, 503], attempts: 3, code: undefined },
    { what: "503 for ever", statuses: [503, 503, 503, 503], attempts: 3, code: "llm-busy" },
    { what: "429 once", statuses: [429], attempts: 2, code: undefined },
    { what: "404", statuses: [404, 404], attempts: 1, code: "llm-model-missing" },
  ])("asks $attempts times for $what", async ({ statuses, attempts, code }) => {
    const server = await start((_, index) => {
      const status = statuses[index];
      return status === undefined ? undefined : { kind: "status", status };
    });
    expect((await send(server.endpoint)).code).toBe(code);
    expect(server.chats()).toHaveLength(attempts);
  });

  it.each(["0.3", new Date(Date.now() + 3_600_000).toUTCString()])(
    "waits as Retry-After: %s says, up to the longest",
    async (header) => {
      const once: Fault = { kind: "status", status: 429, headers: { "retry-after": header } };
      const server = await start((_, index) => (index === 0 ? once : undefined));
      const { code, ms } = await send(server.endpoint);
      expect(code).toBeUndefined();
      expect(ms).toBeGreaterThan(95);
      expect(ms).toBeLessThan(300);
    },
  );

  it("asks once where the runner was killed for want of memory", async () => {
    const server = await start({ kind: "oom" });
    expect(await send(server.endpoint)).toMatchObject({ code: "llm-oom", raw: "" });
    expect(server.chats()).toHaveLength(1);
  });

  it("waits for a model that is loading, however often it is told so, and says that it waits", async () => {
    const server = await startLlamaServer({ brain, loading: 6 });
    open.push(server);
    const { text, waits } = await send(server.endpoint);
    expect(text).toContain("seven");
    expect(waits).toEqual(Array(6).fill({ state: "loading", message: expect.stringContaining("loading") }));
  });

  it("gives up on a model that never ends loading, in the time to the first token", async () => {
    const server = await startLlamaServer({ brain, loading: 1_000 });
    open.push(server);
    const { code, ms } = await send(server.endpoint, { clocks: { firstByteMs: 200 } });
    expect(code).toBe("llm-loading");
    expect(ms).toBeLessThan(250);
  });

  it("cuts a reply that reads over max_tokens, with the reason of a limit", async () => {
    const server = await start({ kind: "infinite", everyMs: 1 });
    const { raw, code } = await send(server.endpoint, { body: { ...request, max_tokens: 20 } });
    expect(code).toBeUndefined();
    expect(raw).toContain('"finish_reason":"length"');
    expect(raw.match(/"content"/g)).toHaveLength(40);
    expect(await allClosed(server)).toBe(true);
  });

  it("ends an endless reply without a limit in its own time", async () => {
    const server = await start({ kind: "infinite", everyMs: 1 });
    expect(await send(server.endpoint, { clocks: { totalMs: 200 } })).toMatchObject({ code: "llm-timeout" });
    expect(await allClosed(server)).toBe(true);
  });

  it("never shows an event that has a name", async () => {
    const text = 'event: execute\ndata: {"choices":[{"delta":{"content":"alert(1)"}}]}\n\n';
    const server = await start({ kind: "raw-event", at: 2, text });
    const { raw, code } = await send(server.endpoint);
    expect(raw).not.toContain("alert");
    expect(code).toBeUndefined();
  });

  it("reads a reply that comes byte by byte", async () => {
    const chunk = (delta: object, finish_reason: string | null) =>
      `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason }] })}\r\n\r\n`;
    const wire = `${chunk({ content: "Größe 🚀👩‍🔬 東京" }, null)}${chunk({}, "stop")}data: [DONE]`;
    const server = await start({ kind: "bytes", bytes: Buffer.from(wire), every: 1 });
    expect(await send(server.endpoint)).toMatchObject({ text: "Größe 🚀👩‍🔬 東京", code: undefined });
  });

  it.each<{ when: string; fault: Fault; afterMs: number }>([
    { when: "before the headers", fault: { kind: "delay-headers", ms: 400 }, afterMs: 50 },
    { when: "before the first token", fault: { kind: "delay-first", ms: 400 }, afterMs: 50 },
    { when: "in the middle", fault: { kind: "pace", ms: 20 }, afterMs: 90 },
    { when: "while it stalls", fault: { kind: "stall", at: 5 }, afterMs: 50 },
  ])("closes the connection at once when its caller goes away $when", async ({ fault, afterMs }) => {
    const server = await start(fault);
    const controller = new AbortController();
    const sending = send(server.endpoint, { signal: controller.signal });
    await sleep(afterMs);
    expect(server.openSockets()).toBe(1);
    controller.abort();
    expect(await sending).toMatchObject({ error: { name: "AbortError" } });
    expect(await allClosed(server)).toBe(true);
  });

  it("asks nothing for a caller that is gone already, nor again for one that goes while it waits", async () => {
    const server = await start({ kind: "status", status: 503, headers: { "retry-after": "5" } });
    expect(await send(server.endpoint, { signal: AbortSignal.abort() })).toMatchObject({
      error: { name: "AbortError" },
    });
    expect(server.asked).toEqual([]);
    const time = { longestRetryAfterMs: 5_000, firstByteMs: 9_000 };
    const gone = await send(server.endpoint, { signal: AbortSignal.timeout(50), clocks: time });
    expect(gone).toMatchObject({ error: { name: "TimeoutError" } });
    expect(server.chats()).toHaveLength(1);
  });

  it("closes the connection when the body is not read to its end", async () => {
    const server = await start({ kind: "pace", ms: 20 });
    const fetchModel = createModelFetch({ onWait: () => {}, subject, clocks });
    const response = await fetchModel(`${server.endpoint}/chat/completions`, {
      body: JSON.stringify(request),
    });
    await response.body?.cancel();
    expect(await allClosed(server)).toBe(true);
  });

  it("keeps fifty requests at once apart", async () => {
    const server = await startOllamaServer({
      brain: ({ messages }) => ({ text: String(messages[0]?.content) }),
    });
    open.push(server);
    const asked = Array.from({ length: 50 }, (_, index) => `nonce ${index} end`);
    const sent = asked.map((content) =>
      send(server.endpoint, {
        clocks: { firstByteMs: 5_000, connectMs: 3_000 },
        body: { ...request, messages: [{ role: "user", content }] },
      }),
    );
    expect((await Promise.all(sent)).map(({ text }) => text)).toEqual(asked);
    expect(await allClosed(server)).toBe(true);
  });

  it("says that a server which hangs up without a word was an interruption", async () => {
    const server = createServer((_, response) => response.socket?.destroy()).listen(0, "127.0.0.1");
    open.push(server);
    await sleep(20);
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    expect(await send(`http://127.0.0.1:${port}/v1`)).toMatchObject({ code: "llm-interrupted", waits: [] });
  });
});
