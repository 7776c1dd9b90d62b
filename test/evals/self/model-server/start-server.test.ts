import { expect, it } from "vitest";
import { scripted } from "../../../../evals/self/model-server/brain.ts";
import { type Dialect, startServer } from "../../../../evals/self/model-server/start-server.ts";

const dialect: Dialect = {
  refuse: () => undefined,
  frames: ({ text = "" }) => [`data: ${text}\n\n`],
  whole: ({ text }) => ({ text }),
  other: (_, path) => (path === "/version" ? { status: 200, body: { version: "1" } } : undefined),
  unknownPath: { type: "text/plain", body: "not here" },
};

it("startServer() speaks a dialect, keeps what it was asked, and closes", async () => {
  const server = await startServer(dialect, { brain: scripted({ text: "Hello" }) });
  const chat = (stream: boolean) =>
    fetch(`${server.endpoint}/chat/completions`, {
      method: "POST",
      body: JSON.stringify({ model: "m", messages: [], stream }),
    }).then((response) => response.text());
  expect(await chat(true)).toBe("data: Hello\n\n");
  expect(await chat(false)).toBe('{"text":"Hello"}');
  expect(await fetch(`${server.root}/version`).then((response) => response.json())).toEqual({ version: "1" });
  expect((await fetch(`${server.root}/nothing`)).status).toBe(404);
  expect(server.chats()).toHaveLength(2);
  await server.close();
  await expect(chat(true)).rejects.toThrow();
});
