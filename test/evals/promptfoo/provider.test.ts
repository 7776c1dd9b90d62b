import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import createProvider from "../../../evals/promptfoo/provider.ts";
import { parseYaml } from "../../../knowledge/load.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that answers each question with its length, and keeps what it was asked. */
async function startServer(status = 200) {
  const asked: unknown[] = [];
  const server = createServer(async (request, response) => {
    const body = z
      .object({ question: z.string() })
      .loose()
      .parse(await json(request));
    asked.push({ path: request.url, authorization: request.headers.authorization, ...body });
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ answer: `${body.question.length} characters`, toolCalls: [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => server.close());
  const { port } = z.custom<AddressInfo>().parse(server.address());
  return { endpoint: `http://127.0.0.1:${port}`, asked };
}

const context = (before: string[]) => ({ vars: { before } });

describe("createProvider()", () => {
  it("asks the server, and hands on the whole answer beside its words", async () => {
    const { endpoint, asked } = await startServer();
    const provider = createProvider({ config: { endpoint, token: "secret" } });
    expect(await provider.callApi("Does it fit?", context([]))).toEqual({
      output: "12 characters",
      metadata: { answer: { answer: "12 characters", toolCalls: [] } },
    });
    expect(asked).toEqual([
      { path: "/api/ask", authorization: "Bearer secret", question: "Does it fit?", history: [] },
    ]);
  });

  it("asks the turns before first, each with what was said until then", async () => {
    const { endpoint, asked } = await startServer();
    await createProvider({ config: { endpoint } }).callApi("And on Thor?", context(["Does it fit?"]));
    expect(asked).toMatchObject([
      { question: "Does it fit?", history: [] },
      {
        question: "And on Thor?",
        history: [
          { role: "user", text: "Does it fit?" },
          { role: "assistant", text: "12 characters" },
        ],
      },
    ]);
  });

  it("says what to do where no server answers, or one that refuses", async () => {
    const { endpoint } = await startServer(503);
    for (const config of [{ endpoint }, { endpoint: "http://127.0.0.1:9" }]) {
      const response = await createProvider({ config }).callApi("Does it fit?", context([]));
      expect(response).toEqual({ error: expect.stringMatching(/^Cannot get an answer from .* npm start$/) });
    }
  });
});

it("promptfooconfig.yaml names files and functions that there are", async () => {
  const folder = join(import.meta.dirname, "../../../evals");
  const text = readFileSync(join(folder, "promptfooconfig.yaml"), "utf8");
  expect(parseYaml(text)).toMatchObject({ prompts: ["{{question}}"] });
  const named = [...text.matchAll(/file:\/\/([\w./-]+?\.ts)(?::(\w+))?["\s]/g)];
  expect(named).toHaveLength(3);
  for (const [, file = "", name = "default"] of named) {
    const module: unknown = await import(join(folder, file));
    expect(module).toHaveProperty(name, expect.any(Function));
  }
});
