import { createServer } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { type OllamaModel, startOllamaServer } from "../../evals/self/model-server/ollama-server.ts";
import {
  answerOf,
  createBench,
  errorOf,
  expectOrderly,
  expectSettled,
  textOf,
} from "../fixtures/fault-bench.ts";
import { openStuckPort } from "../fixtures/stuck-port.ts";
import { startProduct, usualBrain } from "../fixtures/whole-product.ts";

const bench = createBench();
afterEach(bench.close);

/** A port that nobody listens at. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

const readiness = async (url: string) => {
  const response = await fetch(`${url}/readyz`);
  const body: unknown = await response.json();
  return { status: response.status, body };
};

describe("R01: a model server that is not there", () => {
  it.each([1, 4])(
    "is answered for at once, and asked again when it is there (after %i questions)",
    async (asked) => {
      const port = await freePort();
      const product = bench.kept(await startProduct(`http://127.0.0.1:${port}/v1`));
      for (let count = 0; count < asked; count++) {
        const reply = await product.chat();
        expectOrderly(reply);
        expect(answerOf(reply)).toMatchObject({
          degraded: true,
          verdict: "fits",
          problem: { code: "llm-unreachable" },
        });
        expect(textOf(reply)).toMatch(/Yes, it fits/);
        expect(reply.tookMs).toBeLessThan(2_000);
      }
      expect(await readiness(product.url)).toMatchObject({
        status: 503,
        body: { error: { code: "llm-unreachable", message: expect.stringContaining("Start it") } },
      });
      const server = bench.kept(await startOllamaServer({ brain: usualBrain, port }));
      const answered = async () => answerOf(await product.chat())?.degraded;
      await expect.poll(answered, { timeout: 5_000, interval: 200 }).toBe(false);
      await expectSettled(product, server);
    },
  );

  it("is answered for when it takes no connection, within the time for that", async () => {
    const stuck = bench.kept(await openStuckPort());
    const product = bench.kept(await startProduct(`http://127.0.0.1:${stuck.port}/v1`));
    const reply = await product.chat();
    expectOrderly(reply);
    expect(answerOf(reply)).toMatchObject({ degraded: true, problem: { code: "llm-unreachable" } });
    // Before the connection is tried, the look at the server takes its own 0.8 s.
    expect(reply.tookMs).toBeLessThan(300 + 800 + 1_000);
  });

  it("is answered for where the name of its host does not resolve", async () => {
    const product = bench.kept(await startProduct("http://model-server.invalid:11434/v1"));
    const reply = await product.chat();
    expectOrderly(reply);
    expect(answerOf(reply)).toMatchObject({ degraded: true, problem: { code: "llm-unreachable" } });
    expect(reply.raw).not.toContain("model-server.invalid");
  });

  it("is answered for in ask() too, which never throws for it", async () => {
    const product = bench.kept(await startProduct(`http://127.0.0.1:${await freePort()}/v1`));
    expect(await product.advisor.ask("Can I run Llama 3.1 8B on an Orin NX 16GB?")).toMatchObject({
      degraded: true,
      verdict: "fits",
      problem: { code: "llm-unreachable" },
    });
  });
});

describe("R09: a model that is not there", () => {
  it("is told with the command that brings it, and used once it is there", async () => {
    const models: OllamaModel[] = [];
    const { server, product } = await bench.ollama({ models });
    const reply = await product.chat();
    expectOrderly(reply);
    const problem = { code: "llm-model-missing", message: expect.stringContaining("ollama pull qwen3:4b") };
    expect(answerOf(reply)).toMatchObject({ degraded: true, problem });
    expect(await readiness(product.url)).toEqual({
      status: 503,
      body: { error: { ...problem, fix: "ollama pull qwen3:4b" } },
    });
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
    models.push({ name: "qwen3:4b", capabilities: ["completion", "tools"], loadedContext: 4096 });
    expect(answerOf(await product.chat())).toMatchObject({ degraded: false, problem: null });
    const ready = async () => (await readiness(product.url)).status;
    await expect.poll(ready, { timeout: 5_000, interval: 200 }).toBe(200);
    await expectSettled(product, server);
  });

  it.each([{ body: "404 page not found" }, { body: '{"detail":"Not Found"}' }])(
    "is told apart from a wrong path: $body",
    async ({ body }) => {
      const { server, product } = await bench.ollama({ fault: { kind: "status", status: 404, body } });
      const reply = await product.chat();
      expectOrderly(reply);
      expect(errorOf(reply)).toBeUndefined();
      expect(answerOf(reply)).toMatchObject({ degraded: true, problem: { code: "llm-bad-response" } });
      await expectSettled(product, server);
    },
  );
});
