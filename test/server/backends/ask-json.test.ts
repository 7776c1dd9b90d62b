import { createServer, type RequestListener } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { askJson } from "../../../server/backends/ask-json.ts";

const open: { close(): unknown; closeAllConnections(): void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function start(listener: RequestListener) {
  const server = createServer(listener);
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
}

describe("askJson()", () => {
  it("gives status and JSON", async () => {
    const root = await start((request, response) =>
      response.writeHead(418).end(JSON.stringify({ asked: request.url })),
    );
    expect(await askJson(`${root}/a`, { timeoutMs: 500 })).toEqual({ status: 418, json: { asked: "/a" } });
  });

  it("posts a body", async () => {
    const root = await start((request, response) => {
      request.pipe(response);
      response.setHeader("x-method", request.method ?? "");
    });
    expect(await askJson(root, { timeoutMs: 500, body: { model: "m" } })).toEqual({
      status: 200,
      json: { model: "m" },
    });
  });

  it("gives no JSON where there is none", async () => {
    const root = await start((_, response) => response.end("<html>"));
    expect(await askJson(root, { timeoutMs: 500 })).toEqual({ status: 200, json: undefined });
  });

  it.each<{ what: string; listener: RequestListener }>([
    { what: "says nothing", listener: () => {} },
    { what: "never ends", listener: (_, response) => void response.write("{") },
    { what: "hangs up", listener: (request) => request.socket.destroy() },
  ])("gives nothing of a server that $what, in its time", async ({ listener }) => {
    const root = await start(listener);
    const started = performance.now();
    expect(await askJson(root, { timeoutMs: 100 })).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(300);
  });

  it("gives nothing of a closed port", async () => {
    expect(await askJson("http://127.0.0.1:1/", { timeoutMs: 500 })).toBeUndefined();
  });

  it("takes no more than a list of models can hold", async () => {
    const root = await start((_, response) => {
      const send = () => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
        response.once("drain", send);
      };
      send();
    });
    expect(await askJson(root, { timeoutMs: 3_000 })).toBeUndefined();
  });
});
