import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type Listening, listen } from "../../../server/http/listen.ts";
import { createDoor, createFakeAdvisor, sendRaw } from "../../fixtures/http-door.ts";

const HOST = "127.0.0.1";
const CHAT = JSON.stringify({ messages: [{ role: "user", parts: [{ type: "text", text: "Hi" }] }] });
const opened: Listening[] = [];

async function open(answer?: () => Response, headersTimeoutMs = 10_000) {
  const allowedHosts = new Set<string>();
  const fake = createFakeAdvisor(answer);
  const { app } = createDoor({ advisor: fake.advisor, allowedHosts });
  const listening = await listen(app, { host: HOST, port: 0, headersTimeoutMs });
  allowedHosts.add(`${HOST}:${listening.port}`);
  opened.push(listening);
  return { ...listening, fake };
}

/** An answer of so many chunks, one every 50 ms. */
function slowAnswer(chunks: number): () => Response {
  return () => {
    let sent = 0;
    const stream = new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        sent += 1;
        if (sent > chunks) controller.close();
        else controller.enqueue(new TextEncoder().encode(`data: ${sent}\n\n`));
      },
    });
    return new Response(stream, { headers: { "content-type": "text/event-stream" } });
  };
}

function ask(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(`${url}/api/chat`, { method: "POST", headers, body: CHAT, ...init });
}

function get(path: string, port: number, ...headers: string[]): string {
  return [`GET ${path} HTTP/1.1`, `Host: ${HOST}:${port}`, "Connection: close", ...headers, "", ""].join(
    "\r\n",
  );
}

function postHead(port: number, ...headers: string[]): string {
  const own = ["POST /api/chat HTTP/1.1", `Host: ${HOST}:${port}`, "Content-Type: application/json"];
  return [...own, ...headers, "", ""].join("\r\n");
}

describe("listen()", () => {
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((listening) => listening.close()));
  });

  it("answers at the address it names", async () => {
    const { url } = await open();
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: "ok" });
  });

  it.each([
    "/..%2f..%2f.env",
    "/../../.env",
    "/.git/../.env",
    "/%2e%2e/.env",
    "//api/tools",
    "/api%2Ftools",
    "/api\\tools",
    "/api/tools#x",
    "http://evil.example/api/tools",
    "http://127.0.0.1/api/tools",
  ])("answers the target %s with 400", async (target) => {
    const { port } = await open();
    expect(await sendRaw(port, [get(target, port)])).toMatch(/^HTTP\/1.1 400 /);
  });

  it("answers the target /.git/config with 404", async () => {
    const { port } = await open();
    expect(await sendRaw(port, [get("/.git/config", port)])).toMatch(/^HTTP\/1.1 404 /);
  });

  it.each([
    { name: "two Hosts", head: (port: number) => get("/", port, "Host: evil.example"), status: 400 },
    {
      name: "the same Host twice",
      head: (port: number) => get("/", port, `Host: ${HOST}:${port}`),
      status: 400,
    },
    { name: "no Host", head: () => "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", status: 400 },
    { name: "no Host in HTTP/1.0", head: () => "GET / HTTP/1.0\r\n\r\n", status: 400 },
    {
      name: "an empty Host",
      head: () => "GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n",
      status: 400,
    },
    {
      name: "a malformed Host",
      head: () => "GET / HTTP/1.1\r\nHost: a/b\r\nConnection: close\r\n\r\n",
      status: 400,
    },
    {
      name: "a foreign Host",
      head: () => "GET / HTTP/1.1\r\nHost: evil\r\nConnection: close\r\n\r\n",
      status: 403,
    },
    {
      name: "two lengths",
      head: (port: number) => postHead(port, "Content-Length: 2", "Transfer-Encoding: chunked"),
      status: 400,
    },
  ])("answers $name with $status", async ({ head, status }) => {
    const { port } = await open();
    expect(await sendRaw(port, [head(port)])).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  it.each([
    { name: "10 MB with a length", length: "Content-Length: 10000000", frame: (bytes: string) => bytes },
    {
      name: "10 MB in chunks",
      length: "Transfer-Encoding: chunked",
      frame: (bytes: string) => `${bytes.length.toString(16)}\r\n${bytes}\r\n`,
    },
  ])("answers $name with 413, and asks nobody", async ({ length, frame }) => {
    const { port, fake } = await open();
    const chunks = Array.from({ length: 100 }, () => frame(" ".repeat(100_000)));
    const received = await sendRaw(port, [postHead(port, length, "Connection: close"), ...chunks]);
    expect(received).toMatch(/^HTTP\/1.1 413 /);
    expect(received).toContain('"payload-too-large"');
    expect(fake.asked).toEqual([]);
  });

  it("answers JSON of 10,000 levels with 400", async () => {
    const { url } = await open();
    const response = await ask(url, { body: "[".repeat(10_000) + "]".repeat(10_000) });
    expect(response.status).toBe(400);
  });

  it("drops clients that are slow to ask, and only those", async () => {
    const { port, url } = await open(slowAnswer(40), 200);
    const streaming = ask(url).then((response) => response.text());
    const slowHeaders = sendRaw(port, ["GET / HTTP/1.1\r\nHost: "]);
    const slowBody = sendRaw(port, [postHead(port, "Content-Length: 100"), "{"]);
    expect(await slowHeaders).toMatch(/^HTTP\/1.1 408 /);
    expect(await slowBody).toMatch(/^HTTP\/1.1 408 /);
    expect(await streaming).toContain("data: 40\n");
  });

  it("tells the advisor that the client went away", async () => {
    const { url, fake } = await open(slowAnswer(200));
    const client = new AbortController();
    const response = await ask(url, { signal: client.signal });
    await response.body?.getReader().read();
    client.abort();
    await expect.poll(() => fake.signals[0]?.aborted, { timeout: 4000 }).toBe(true);
  });

  it("lets a running answer finish when it closes, and takes no new question", async () => {
    const { url, port, close } = await open(slowAnswer(10));
    opened.pop();
    let isClosed = false;
    const running = await ask(url);
    const closed = close().finally(() => {
      isClosed = true;
    });
    const refused = new Promise((resolve) => connect(port, HOST).on("error", () => resolve("refused")));
    expect(await refused).toBe("refused");
    expect(isClosed).toBe(false);
    expect(await running.text()).toContain("data: 10\n");
    await closed;
  });

  it("says which flag changes a port in use", async () => {
    const { port } = await open();
    const { app } = createDoor();
    await expect(listen(app, { host: HOST, port })).rejects.toMatchObject({
      code: "invalid-input",
      message: `Cannot listen on ${HOST}, port ${port}: the port is in use; choose another with --port.`,
    });
  });

  it("says which flag changes an address that is not this machine's", async () => {
    const { app } = createDoor();
    await expect(listen(app, { host: "192.0.2.1", port: 0 })).rejects.toThrow("choose another with --host");
  });
});
