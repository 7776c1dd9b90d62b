import { afterEach, describe, expect, it } from "vitest";
import type { Fault } from "../../evals/self/model-server/faults.ts";
import type { Faults } from "../../evals/self/model-server/start-server.ts";
import { answerOf, createBench, expectOrderly, expectSettled, statusesOf } from "../fixtures/fault-bench.ts";

const bench = createBench();
afterEach(bench.close);

const status = (code: number, body = "{}", headers: Record<string, string> = {}): Fault => ({
  kind: "status",
  status: code,
  body,
  headers,
});
const busy = JSON.stringify({ error: { message: "server busy, please try again" } });

/** Faults of the first requests; the next ones are answered. */
const first =
  (...faults: Fault[]): Faults =>
  (_, index) =>
    faults[index];

describe("R08: statuses that pass", () => {
  it.each([
    { name: "one 500", faults: [status(500)], chats: 2 },
    { name: "two 503", faults: [status(503, busy), status(503, busy)], chats: 3 },
    { name: "a 429 with no time", faults: [status(429)], chats: 2 },
    { name: "a 429 with a time", faults: [status(429, "{}", { "retry-after": "0.2" })], chats: 2 },
    {
      name: "a 429 with a date that is over",
      faults: [status(429, "{}", { "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" })],
      chats: 2,
    },
    { name: "a 429 and a 503", faults: [status(429), status(503, busy)], chats: 3 },
  ])("are asked through: $name", async ({ faults, chats }) => {
    const { server, product } = await bench.ollama({ fault: first(...faults) });
    const reply = await product.chat();
    expectOrderly(reply);
    expect(answerOf(reply)).toMatchObject({ degraded: false, problem: null });
    expect(statusesOf(reply).map(({ state }) => state)).toContain("retrying");
    expect(server.chats()).toHaveLength(chats);
    await expectSettled(product, server);
  });

  it("are waited for as long as the server asks", async () => {
    const { server, product } = await bench.ollama({
      fault: first(status(429, "{}", { "retry-after": "1" })),
    });
    expect(answerOf(await product.chat())?.degraded).toBe(false);
    const [refused, taken] = server.chats();
    expect((taken?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThan(950);
  });
});

describe("R08: statuses that stay", () => {
  it.each([
    { name: "500", fault: status(500), code: "llm-bad-response", most: 2 },
    { name: "501", fault: status(501), code: "llm-bad-response", most: 1 },
    { name: "503 busy", fault: status(503, busy), code: "llm-busy", most: 3 },
    { name: "429", fault: status(429), code: "llm-busy", most: 3 },
    {
      name: "429 for an hour",
      fault: status(429, "{}", { "retry-after": "3600" }),
      code: "llm-busy",
      most: 1,
    },
    { name: "401", fault: status(401), code: "llm-bad-response", most: 1 },
    { name: "404", fault: status(404, "{}"), code: "llm-model-missing", most: 1 },
    {
      name: "a refusal of the context",
      fault: status(400, '{"error":"exceed_context_size"}'),
      code: "llm-context-exceeded",
      most: 1,
    },
    { name: "302", fault: status(302, "", { location: "/v1/models" }), code: "llm-bad-response", most: 1 },
    {
      name: "307",
      fault: status(307, "", { location: "http://169.254.169.254/" }),
      code: "llm-bad-response",
      most: 1,
    },
    { name: "204", fault: status(204, ""), code: "llm-bad-response", most: 1 },
  ])("are answered for: $name", async ({ fault, code, most }) => {
    const { server, product } = await bench.ollama({ fault });
    const reply = await product.chat();
    expectOrderly(reply);
    expect(answerOf(reply)).toMatchObject({ degraded: true, verdict: "fits", problem: { code } });
    expect(server.chats().length).toBeLessThanOrEqual(most);
    expect(server.asked.filter(({ path }) => path === "/v1/models" && code === "llm-bad-response")).toEqual(
      [],
    );
    await expectSettled(product, server);
  });
});

describe("R10: a model that its board has no memory for", () => {
  it.each<Fault>([
    { kind: "oom" },
    status(500, '{"error":{"message":"model requires more system memory (9.1 GiB) than is available"}}'),
    status(500, '{"error":"CUDA error: out of memory at /opt/ollama/ggml-cuda.cu:88"}'),
  ])("is named, and left alone after three failures: %j", async (fault) => {
    const { server, product } = await bench.ollama({ fault });
    for (let count = 0; count < 6; count++) {
      const reply = await product.chat();
      expectOrderly(reply);
      expect(answerOf(reply)).toMatchObject({
        degraded: true,
        verdict: "fits",
        problem: { code: "llm-oom", message: expect.stringContaining("smaller model") },
      });
    }
    expect(server.chats()).toHaveLength(3);
    const ready = await fetch(`${product.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ error: { code: "llm-oom" } });
    server.setFault({ kind: "ok" });
    expect(answerOf(await product.chat())?.degraded).toBe(true);
  });

  it("is asked once more when its time is over, and used when that succeeds", async () => {
    const { server, product } = await bench.ollama({ fault: { kind: "oom" } }, { breakerMs: 300 });
    for (let count = 0; count < 4; count++) await product.chat();
    server.setFault({ kind: "ok" });
    await expect.poll(async () => answerOf(await product.chat())?.degraded, { timeout: 3_000 }).toBe(false);
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
    await expectSettled(product, server);
  });
});
