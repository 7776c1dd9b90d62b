import { afterEach, describe, expect, it } from "vitest";
import { scripted } from "../../../evals/self/model-server/brain.ts";
import { startOllamaServer } from "../../../evals/self/model-server/ollama-server.ts";
import { discoverServer } from "../../../server/backends/discover.ts";
import { startLlamaServer } from "../../fixtures/model-servers/llama-server.ts";
import { startPlainServer } from "../../fixtures/model-servers/plain-server.ts";
import { startVllmServer } from "../../fixtures/model-servers/vllm-server.ts";

const brain = scripted({ text: "Hello." });
const closed = "http://127.0.0.1:1/v1";
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});
function kept<T extends { close(): unknown }>(server: T): T {
  open.push(server);
  return server;
}

describe("discoverServer()", () => {
  it("loses no time where every port is closed", async () => {
    await discoverServer([closed]);
    const started = performance.now();
    expect(await discoverServer([closed, closed, closed])).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(20);
  });

  it("takes the first place that answers, in the order given", async () => {
    const vllm = kept(await startVllmServer({ brain }));
    const ollama = kept(await startOllamaServer({ brain }));
    expect(await discoverServer([ollama.endpoint, vllm.endpoint])).toMatchObject({ kind: "ollama" });
    expect(await discoverServer([closed, vllm.endpoint, ollama.endpoint])).toMatchObject({ kind: "vllm" });
  });

  it("tells a server by what it answers, wherever it listens", async () => {
    const llama = kept(await startLlamaServer({ brain }));
    expect(await discoverServer([llama.endpoint])).toMatchObject({
      kind: "llama-server",
      endpoint: llama.endpoint,
    });
  });

  it.each([
    { what: "a page", routes: { "*": { body: "<html>", type: "text/html" } } },
    { what: "JSON", routes: { "*": { body: { version: 3, models: "none" } } } },
  ])("passes over another server that answers with $what", async ({ routes }) => {
    const other = kept(await startPlainServer(routes));
    const ollama = kept(await startOllamaServer({ brain }));
    expect(await discoverServer([other.root, ollama.endpoint])).toMatchObject({ kind: "ollama" });
    expect(await discoverServer([other.root])).toBeUndefined();
  });
});
