import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { json } from "node:stream/consumers";
import { type Brain, type BrainReply, ChatBody } from "./brain.ts";
import { type Fault, sendEvents } from "./faults.ts";

/** A request that arrived, and when its connection or reply was closed. */
export type Asked = {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: unknown;
  at: number;
  closedAt?: number;
  /** Bytes that had left when it was closed. */
  sentBytes?: number;
};

/** An answer that is no stream. */
export type Plain = { status: number; body: unknown; headers?: Record<string, string> };

/** How one kind of server speaks. */
export type Dialect = {
  /** What it answers a chat request without asking the model; the index counts the chat requests. */
  refuse(body: ChatBody, index: number): Plain | undefined;
  /** The events of a reply, each with its blank line. */
  frames(reply: BrainReply, body: ChatBody): string[];
  /** The reply in one piece, for a request that does not stream. */
  whole(reply: BrainReply, body: ChatBody): unknown;
  /** Its other endpoints; nothing for a path it does not have. */
  other(method: string, path: string, body: unknown): Plain | undefined;
  /** What it says of a path it does not have. */
  unknownPath: { type: string; body: string };
};

/** What goes wrong with which request: the same with all, or as a function says. */
export type Faults = Fault | ((body: ChatBody, index: number) => Fault | undefined);

function sendPlain(response: ServerResponse, { status, body, headers }: Plain) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  return request.method === "POST" ? json(request).catch(() => undefined) : undefined;
}

/** A real HTTP server on the loopback that speaks a dialect; it keeps what it was sent and which sockets are open. */
export async function startServer(
  dialect: Dialect,
  { brain, fault, port = 0 }: { brain: Brain; fault?: Faults; port?: number },
) {
  const asked: Asked[] = [];
  const sockets = new Set<Socket>();
  const state: { brain: Brain; fault: Faults } = { brain, fault: fault ?? { kind: "ok" } };
  let chats = 0;
  const chat = async (body: ChatBody, response: ServerResponse) => {
    const index = chats++;
    const chosen = (typeof state.fault === "function" ? state.fault(body, index) : state.fault) ?? {
      kind: "ok",
    };
    const refused = chosen.kind === "ok" ? dialect.refuse(body, index) : undefined;
    if (refused) return sendPlain(response, refused);
    const reply = await state.brain(body, index);
    if (!body.stream) return sendPlain(response, { status: 200, body: dialect.whole(reply, body) });
    await sendEvents(response, dialect.frames(reply, body), chosen);
  };
  const server = createServer(async (request, response) => {
    const { method = "GET", url: path = "/" } = request;
    const { headers } = request;
    const entry: Asked = { method, path, headers, body: await bodyOf(request), at: performance.now() };
    asked.push(entry);
    const { socket } = request;
    response.on("close", () =>
      Object.assign(entry, { closedAt: performance.now(), sentBytes: socket.bytesWritten }),
    );
    const body = path === "/v1/chat/completions" ? ChatBody.safeParse(entry.body).data : undefined;
    if (body) return chat(body, response);
    const other = dialect.other(method, path, entry.body);
    if (other) return sendPlain(response, other);
    response.writeHead(404, { "content-type": dialect.unknownPath.type }).end(dialect.unknownPath.body);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const root = `http://127.0.0.1:${typeof address === "object" ? address?.port : port}`;
  return {
    root,
    endpoint: `${root}/v1`,
    asked,
    chats: () => asked.filter(({ path }) => path === "/v1/chat/completions"),
    openSockets: () => sockets.size,
    setBrain: (next: Brain) => Object.assign(state, { brain: next }),
    setFault: (next: Faults) => Object.assign(state, { fault: next }),
    async close() {
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
export type ModelServer = Awaited<ReturnType<typeof startServer>>;
