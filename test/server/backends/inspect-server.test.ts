import { afterEach, describe, expect, it } from "vitest";
import { scripted } from "../../../evals/self/model-server/brain.ts";
import { startOllamaServer } from "../../../evals/self/model-server/ollama-server.ts";
import { inspectServer } from "../../../server/backends/inspect-server.ts";
import { startLlamaServer } from "../../fixtures/model-servers/llama-server.ts";
import { startPlainServer } from "../../fixtures/model-servers/plain-server.ts";
import { startVllmServer } from "../../fixtures/model-servers/vllm-server.ts";

const brain = scripted({ text: "Hello." });
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});
function kept<T extends { close(): unknown }>(server: T): T {
  open.push(server);
  return server;
}

describe("inspectServer()", () => {
  const models = [
    {
      name: "qwen3:4b",
      bytes: 2_600_000_000,
      loadedContext: 8192,
      loadedBytes: 4_000_000_000,
      gpuBytes: 1_000_000_000,
    },
    { name: "advisor:latest", numCtx: 6144, capabilities: ["completion", "tools"] },
    { name: "gemma3:4b", capabilities: ["completion", "vision"] },
    { name: "nomic-embed-text:latest", capabilities: ["embedding"] },
  ];

  it("tells Ollama with its models, what is loaded with which context, and where", async () => {
    const server = kept(await startOllamaServer({ brain, models, version: "0.35.1" }));
    expect(await inspectServer(server.root)).toEqual({
      kind: "ollama",
      endpoint: server.endpoint,
      version: "0.35.1",
      models: [
        {
          id: "qwen3:4b",
          loaded: true,
          contextTokens: 8192,
          tools: true,
          embedding: false,
          storedBytes: 2_600_000_000,
          loadedBytes: 4_000_000_000,
          gpuShare: 0.25,
        },
        {
          id: "advisor:latest",
          loaded: false,
          contextTokens: 6144,
          tools: true,
          embedding: false,
          storedBytes: 1,
        },
        { id: "gemma3:4b", loaded: false, tools: false, embedding: false, storedBytes: 1 },
        { id: "nomic-embed-text:latest", loaded: false, tools: false, embedding: true, storedBytes: 1 },
      ],
    });
  });

  it("asks Ollama in depth about the one model that matters", async () => {
    const server = kept(await startOllamaServer({ brain, models }));
    const report = await inspectServer(server.endpoint, { model: "advisor" });
    expect(report?.models.map(({ contextTokens }) => contextTokens)).toEqual([
      8192,
      6144,
      undefined,
      undefined,
    ]);
    expect(server.asked.filter(({ path }) => path === "/api/show")).toMatchObject([
      { body: { model: "advisor:latest" } },
    ]);
  });

  it("tells vLLM with the longest context it was started with", async () => {
    const server = kept(await startVllmServer({ brain, maxModelLength: 16_384 }));
    expect(await inspectServer(`${server.endpoint}/`)).toEqual({
      kind: "vllm",
      endpoint: server.endpoint,
      version: "0.15.0",
      models: [{ id: "Qwen/Qwen3-4B-AWQ", loaded: true, contextTokens: 16_384 }],
    });
  });

  it("tells llama-server with its context", async () => {
    const server = kept(await startLlamaServer({ brain, context: 12_288 }));
    expect(await inspectServer(server.endpoint)).toEqual({
      kind: "llama-server",
      endpoint: server.endpoint,
      version: "b7824-3f2",
      models: [{ id: "Qwen3-4B-Q4_K_M.gguf", loaded: true, contextTokens: 12_288 }],
    });
  });

  it("tells llama-server while it is loading", async () => {
    const server = kept(await startLlamaServer({ brain, loading: 100 }));
    expect(await inspectServer(server.endpoint)).toMatchObject({
      kind: "llama-server",
      loading: true,
      models: [],
    });
  });

  it("tells any other server by its list of models", async () => {
    const list = { object: "list", data: [{ id: "some-model", object: "model" }] };
    const server = kept(await startPlainServer({ "/openai/models": { body: list } }));
    expect(await inspectServer(`${server.root}/openai`)).toEqual({
      kind: "openai-compatible",
      endpoint: `${server.root}/openai`,
      models: [{ id: "some-model", loaded: false }],
    });
  });

  it.each([
    { what: "pages", routes: { "*": { body: "<html>Jupyter</html>", type: "text/html" } } },
    { what: "JSON of its own", routes: { "*": { body: { hello: "world" } } } },
    { what: "a version and no models", routes: { "/version": { body: { version: "1" } } } },
    { what: "404 everywhere", routes: {} },
  ])("takes a server of $what for none of ours", async ({ routes }) => {
    const server = kept(await startPlainServer(routes));
    expect(await inspectServer(server.root)).toBeUndefined();
  });

  it("finds nothing at a closed port, at once", async () => {
    const started = performance.now();
    expect(await inspectServer("http://127.0.0.1:1/v1")).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(100);
  });

  it("finds nothing where nobody says a word, in the time for one question", async () => {
    const server = kept(await startPlainServer({ "*": { silent: true } }));
    const started = performance.now();
    expect(await inspectServer(server.root, { timeoutMs: 100 })).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(250);
  });
});
