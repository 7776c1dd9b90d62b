import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { readLabel } from "../../../evals/run/cassettes/cassette.ts";
import { findEndpoint, openOnTrial } from "../../../evals/run/on-trial.ts";
import { scripted } from "../../../evals/self/model-server/brain.ts";
import { startOllamaServer } from "../../../evals/self/model-server/ollama-server.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});
const newFolder = () => mkdtempSync(join(tmpdir(), "eval-on-trial-"));

async function ollama() {
  const server = await startOllamaServer({ brain: scripted({ text: "Hello." }) });
  open.push(server);
  return server;
}

describe("openOnTrial()", () => {
  it("takes the built-in answerer where nobody is named", async () => {
    expect(await openOnTrial({})).toEqual({ model: "built-in" });
  });

  it("takes the only model of an endpoint", async () => {
    const { endpoint } = await ollama();
    expect(await openOnTrial({ endpoint })).toEqual({ model: "qwen3:4b", endpoint });
  });

  it.each([
    {
      what: "a model that the server does not have",
      choice: { model: "other:1b" },
      code: "llm-model-missing",
    },
    {
      what: "a server that is not there",
      choice: { model: "m", endpoint: "http://127.0.0.1:1/v1" },
      code: "llm-unreachable",
    },
    { what: "recording of nobody", choice: { model: "built-in", record: "x" }, code: "invalid-input" },
    { what: "recording and replaying at once", choice: { record: "x", replay: "x" }, code: "invalid-input" },
    { what: "replaying what was not recorded", choice: { replay: "/nowhere" }, code: "invalid-input" },
  ])("refuses $what at once", async ({ choice, code }) => {
    const { endpoint } = await ollama();
    await expect(openOnTrial({ endpoint, ...choice })).rejects.toMatchObject({ code });
  });

  it("replays the model that was recorded, and no other under its name", async () => {
    const { endpoint } = await ollama();
    const folder = newFolder();
    const recorded = await openOnTrial({ endpoint, record: folder });
    await recorded.tape?.close();
    expect(readLabel(folder)).toEqual({ model: "qwen3:4b", path: "/v1" });
    const replayed = await openOnTrial({ replay: folder });
    expect(replayed.model).toBe("qwen3:4b");
    await replayed.tape?.close();
    await expect(openOnTrial({ replay: folder, model: "llama3.2:3b" })).rejects.toThrow(
      /recorded of "qwen3:4b"/,
    );
  });
});

describe("findEndpoint()", () => {
  it("takes the endpoint that is named", async () => {
    expect(await findEndpoint({ endpoint: "http://127.0.0.1:9/v1" })).toBe("http://127.0.0.1:9/v1");
  });
});
