import { describe, expect, it } from "vitest";
import type { Ask } from "../../../server/backends/ask-json.ts";
import { readLlamaServer, readOllama, readOpenAI, readVllm } from "../../../server/backends/read-reports.ts";

/** A server that has these answers and no others. */
const serverOf =
  (answers: Readonly<Record<string, unknown>>): Ask =>
  async (path) =>
    Object.hasOwn(answers, path) ? { status: 200, json: answers[path] } : { status: 404, json: undefined };

describe("readOllama()", () => {
  it("says that nobody answers where nobody does", async () => {
    expect(await readOllama(async () => undefined)).toBe("silent");
  });

  it("reads versions that leave fields out", async () => {
    const ask = serverOf({
      "/api/version": { version: "0.5.0", extra: 1 },
      "/api/tags": { models: [{ name: "a:latest", new_field: {} }] },
      "/api/ps": { models: null },
      "/api/show": { parameters: null },
    });
    expect(await readOllama(ask)).toEqual({
      kind: "ollama",
      version: "0.5.0",
      models: [{ id: "a:latest", loaded: false }],
    });
  });

  it("takes the context that is loaded before the one of the Modelfile", async () => {
    const ask = serverOf({
      "/api/version": { version: "0.35.1" },
      "/api/tags": { models: [{ name: "a:latest" }] },
      "/api/ps": { models: [{ name: "a:latest", context_length: 4096 }] },
      "/api/show": { parameters: "temperature 0\nnum_ctx                        8192" },
    });
    expect(await readOllama(ask)).toMatchObject({ models: [{ contextTokens: 4096, loaded: true }] });
  });
});

describe("readVllm()", () => {
  it("takes a server without lengths of models for another one", async () => {
    const ask = serverOf({ "/version": { version: "1" }, "/v1/models": { data: [{ id: "a" }] } });
    expect(await readVllm(ask)).toBeUndefined();
  });
});

describe("readLlamaServer()", () => {
  it("takes properties of another shape for another server's", async () => {
    expect(await readLlamaServer(serverOf({ "/props": { n_ctx: 4096 } }))).toBeUndefined();
  });
});

describe("readOpenAI()", () => {
  it("reads a list of models, and nothing else", async () => {
    expect(await readOpenAI(serverOf({ "/v1/models": { data: [] } }))).toEqual({
      kind: "openai-compatible",
      models: [],
    });
    expect(await readOpenAI(serverOf({ "/v1/models": { models: [] } }))).toBeUndefined();
  });
});
