import { expect, it } from "vitest";
import { scripted } from "../../../../evals/self/model-server/brain.ts";
import { startOllamaServer, truncated } from "../../../../evals/self/model-server/ollama-server.ts";

it("startOllamaServer() answers as Ollama does, on its own paths and on those of the protocol", async () => {
  const server = await startOllamaServer({ brain: scripted({ text: "Hello" }) });
  const json = (path: string) => fetch(server.root + path).then((response) => response.json());
  expect(await json("/api/tags")).toMatchObject({ models: [{ name: "qwen3:4b" }] });
  expect(await json("/api/ps")).toMatchObject({ models: [{ context_length: 4096 }] });
  const chat = (model: string) =>
    fetch(`${server.endpoint}/chat/completions`, {
      method: "POST",
      body: JSON.stringify({ model, messages: [], stream: true }),
    });
  expect(await chat("qwen3:4b").then((response) => response.text())).toContain('"content":"Hello"');
  expect((await chat("other")).status).toBe(404);
  await server.close();
});

it("truncated() forgets the oldest messages behind the system's", () => {
  const message = (role: string) => ({ role, content: role.repeat(40) });
  const body = {
    model: "m",
    messages: [message("system"), message("user"), message("assistant"), message("user")],
  };
  expect(truncated(body, 230).messages.map(({ role }) => role)).toEqual(["system", "assistant", "user"]);
  expect(truncated(body, 10_000)).toEqual(body);
});
