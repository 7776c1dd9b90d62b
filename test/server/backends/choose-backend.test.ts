import { afterEach, describe, expect, it, vi } from "vitest";
import { scripted } from "../../../evals/self/model-server/brain.ts";
import { type OllamaModel, startOllamaServer } from "../../../evals/self/model-server/ollama-server.ts";
import { chooseBackend, type ModelChoice, namedChoice } from "../../../server/backends/choose-backend.ts";
import { inspectServer } from "../../../server/backends/inspect-server.ts";
import type { ServerReport } from "../../../server/backends/server-report.ts";
import { startVllmServer } from "../../fixtures/model-servers/vllm-server.ts";

const brain = scripted({ text: "Hello." });
const closed = "http://127.0.0.1:1/v1";
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function ollama(...models: OllamaModel[]) {
  const server = await startOllamaServer({ brain, models });
  open.push(server);
  return server;
}

type Outside = { found?: string; environment?: Record<string, string> };
function choose(choice: ModelChoice, { found, environment = {} }: Outside = {}) {
  const discover = async (): Promise<ServerReport | undefined> => (found ? inspectServer(found) : undefined);
  return chooseBackend(choice, { environment, discover });
}

const small = { name: "qwen3:4b", bytes: 3 };
const large = { name: "qwen3:8b", bytes: 6 };
const embedding = { name: "nomic-embed-text:latest", bytes: 1, capabilities: ["embedding"] };
const toolless = { name: "gemma3:1b", bytes: 1, capabilities: ["completion"] };

describe("chooseBackend()", () => {
  it("takes the built-in answerer when nothing is named and no server is found", async () => {
    const backend = await choose({});
    expect(backend).toMatchObject({ name: "built-in" });
    expect(backend.narrator).toBeUndefined();
  });

  it.each<{ choice: ModelChoice; environment: Record<string, string> }>([
    { choice: { model: "built-in" }, environment: {} },
    { choice: { model: "built-in", endpoint: "nonsense" }, environment: {} },
    { choice: {}, environment: { JETSON_ADVISOR_MODEL: "built-in" } },
  ])(
    "takes the built-in answerer for $choice and $environment, and looks for no server",
    async ({ choice, environment }) => {
      const discover = vi.fn();
      expect((await chooseBackend(choice, { environment, discover })).name).toBe("built-in");
      expect(discover).not.toHaveBeenCalled();
    },
  );

  it.each([
    { what: "the loaded model", models: [small, { ...large, loadedContext: 4096 }], name: "qwen3:8b" },
    { what: "the smallest where none is loaded", models: [large, small], name: "qwen3:4b" },
    {
      what: "no embedding model, and none without tools",
      models: [embedding, toolless, large],
      name: "qwen3:8b",
    },
    { what: "the built-in answerer where none is usable", models: [embedding, toolless], name: "built-in" },
    { what: "the built-in answerer where there is none", models: [], name: "built-in" },
  ])("takes of a server that is found $what", async ({ models, name }) => {
    const server = await ollama(...models);
    expect((await choose({}, { found: server.endpoint })).name).toBe(name);
  });

  it("takes a named model of a server that is found", async () => {
    const server = await ollama(small, large);
    expect((await choose({ model: "qwen3:8b" }, { found: server.endpoint })).name).toBe("qwen3:8b");
    await expect(choose({ model: "qwen3:32b" }, { found: server.endpoint })).rejects.toThrow(
      /ollama pull qwen3:32b/,
    );
  });

  it("says that a named model needs a server, when none is found", async () => {
    await expect(choose({ model: "qwen3:4b" })).rejects.toThrow(/--endpoint/);
  });

  it.each([
    { what: "the loaded one", models: [small, { ...large, loadedContext: 4096 }], name: "qwen3:8b" },
    { what: "the only one", models: [large], name: "qwen3:8b" },
    { what: "the only one that writes text", models: [embedding, large], name: "qwen3:8b" },
  ])("takes of an endpoint without a model $what", async ({ models, name }) => {
    const server = await ollama(...models);
    expect((await choose({ endpoint: server.root })).name).toBe(name);
  });

  it("lists the models of an endpoint that has several, and says so of one that has none", async () => {
    const several = await ollama(small, large);
    await expect(choose({ endpoint: several.root })).rejects.toMatchObject({
      code: "invalid-input",
      message: expect.stringMatching(/it has qwen3:4b, qwen3:8b\. Name one with --model/),
      candidates: ["qwen3:4b", "qwen3:8b"],
    });
    const none = await ollama();
    await expect(choose({ endpoint: none.root })).rejects.toThrow(/it has none/);
  });

  it("takes an endpoint that does not answer yet when its model is named, and says so when not", async () => {
    expect((await choose({ endpoint: closed, model: "qwen3:4b" })).name).toBe("qwen3:4b");
    const failed = choose({ endpoint: closed });
    await expect(failed).rejects.toMatchObject({ code: "invalid-input" });
    await expect(failed).rejects.not.toThrow(/127\.0\.0\.1/);
  });

  it.each(["localhost:11434", "nonsense", "ftp://box"])("refuses the endpoint %s", async (endpoint) => {
    await expect(choose({ endpoint, model: "m" })).rejects.toThrow(/wanted a URL/);
  });

  it("knows the kind of a server by what it answers", async () => {
    const server = await startVllmServer({ brain, maxModelLength: 16_384 });
    open.push(server);
    const { narrator } = await choose({ endpoint: server.root });
    expect(narrator?.profile.kind).toBe("vllm");
    expect(await narrator?.contextTokens()).toBe(16_384);
  });

  it("takes endpoint and model from the environment, unless they are named", async () => {
    const server = await ollama(small, large);
    const environment = { JETSON_ADVISOR_ENDPOINT: server.root, JETSON_ADVISOR_MODEL: "qwen3:4b" };
    expect((await choose({}, { environment })).name).toBe("qwen3:4b");
    expect((await choose({ model: "qwen3:8b" }, { environment })).name).toBe("qwen3:8b");
    expect((await choose({}, { environment: { JETSON_ADVISOR_ENDPOINT: "" } })).name).toBe("built-in");
  });
});

describe("namedChoice()", () => {
  const environment = { JETSON_ADVISOR_ENDPOINT: closed, JETSON_ADVISOR_MODEL: "" };
  it.each([
    { choice: {}, named: { endpoint: closed, model: undefined } },
    { choice: { endpoint: "http://10.0.0.5" }, named: { endpoint: "http://10.0.0.5", model: undefined } },
    { choice: { model: "qwen3:4b" }, named: { endpoint: closed, model: "qwen3:4b" } },
  ])("takes the environment for what is not among $choice", ({ choice, named }) => {
    expect(namedChoice(choice, environment)).toEqual(named);
  });
});
