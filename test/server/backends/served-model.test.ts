import { describe, expect, it } from "vitest";
import { findServedModel, findUsableModel, writesText } from "../../../server/backends/served-model.ts";
import type { ServedModel, ServerReport } from "../../../server/backends/server-report.ts";

const report = (kind: ServerReport["kind"], ...models: ServedModel[]): ServerReport => ({
  kind,
  endpoint: "http://127.0.0.1:1/v1",
  models,
});
const stored = (id: string, storedBytes: number, more: Partial<ServedModel> = {}): ServedModel => ({
  id,
  loaded: false,
  storedBytes,
  tools: true,
  ...more,
});

describe("findServedModel()", () => {
  it.each([
    ["ollama", "qwen3:4b", "qwen3:4b"],
    ["ollama", "llama3.2", "llama3.2:latest"],
    ["ollama", "qwen3", undefined],
    ["vllm", "llama3.2", undefined],
  ] as const)("finds at %s under %s %s", (kind, name, id) => {
    expect(findServedModel(report(kind, stored("qwen3:4b", 1), stored("llama3.2:latest", 1)), name)?.id).toBe(
      id,
    );
  });

  it("finds the one model of llama-server under every name", () => {
    expect(findServedModel(report("llama-server", stored("a.gguf", 1)), "anything")?.id).toBe("a.gguf");
  });
});

describe("writesText()", () => {
  it.each([
    ["nomic-embed-text:latest", undefined, false],
    ["BAAI/bge-m3", undefined, false],
    ["qwen3-reranker", undefined, false],
    ["qwen3:4b", undefined, true],
    ["embedded-helper:4b", false, true],
    ["odd-name", true, false],
  ])("says of %s (embedding: %s): %s", (id, embedding, writes) => {
    expect(writesText({ id, loaded: false, ...(embedding !== undefined && { embedding }) })).toBe(writes);
  });
});

describe("findUsableModel()", () => {
  it.each([
    {
      what: "the smallest",
      models: [stored("big", 9), stored("small", 2), stored("middle", 5)],
      id: "small",
    },
    { what: "the loaded one", models: [stored("small", 2), stored("big", 9, { loaded: true })], id: "big" },
    { what: "one with tools", models: [stored("small", 2, { tools: false }), stored("big", 9)], id: "big" },
    {
      what: "one with tools, though another is loaded",
      models: [stored("loaded", 2, { tools: false, loaded: true }), stored("big", 9)],
      id: "big",
    },
    {
      what: "no embedding model",
      models: [stored("e", 1, { embedding: true }), stored("big", 9)],
      id: "big",
    },
    { what: "none of none", models: [], id: undefined },
    { what: "none of embedding models", models: [stored("nomic-embed-text", 1)], id: undefined },
  ])("takes $what", ({ models, id }) => {
    expect(findUsableModel(report("ollama", ...models))?.id).toBe(id);
  });
});
