import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { getRequestListener, RequestError } from "@hono/node-server";
import { AppError } from "../../knowledge/errors.ts";
import type { App } from "./app.ts";
import { problem } from "./problem.ts";

const MAX_CONNECTIONS = 512;
const SHUTDOWN_MS = 10_000;

type Address = {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** How long a client may take for its headers; it has three times that for the whole request. */
  headersTimeoutMs?: number;
};

/** A server that listens; `close` lets running answers finish for ten seconds. */
export type Listening = { url: string; port: number; close(): Promise<void> };

const reasons: Record<string, string> = {
  EADDRINUSE: "the port is in use; choose another with --port",
  EACCES: "this user may not use the port; choose one above 1023 with --port",
  EADDRNOTAVAIL: "this machine has no such address; choose another with --host",
  ENOTFOUND: "the name of the host is not known; choose another with --host",
};

function explain(cause: unknown, host: string, port: number): unknown {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const reason = reasons[code];
  if (reason === undefined) return cause;
  return new AppError("invalid-input", `Cannot listen on ${host}, port ${port}: ${reason}.`, { cause });
}

/** What never became a request, such as a malformed Host, gets the same JSON as every other error. */
function refuse(thrown: unknown): Response {
  if (!(thrown instanceof RequestError)) return problem(thrown);
  return problem(new AppError("invalid-input", "Cannot read the request: its target or Host is malformed."));
}

/** Sockets kept alive would hold the server open, and a stream must not outlive the grace period. */
async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const deadline = setTimeout(() => server.closeAllConnections(), SHUTDOWN_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(deadline);
}

/** Serves the app on one address; a busy port or a foreign address throws `invalid-input`. */
export async function listen(app: Pick<App, "fetch">, address: Address): Promise<Listening> {
  const { host, port, headersTimeoutMs = 10_000 } = address;
  const timeouts = {
    headersTimeout: headersTimeoutMs,
    requestTimeout: headersTimeoutMs * 3,
    connectionsCheckingInterval: headersTimeoutMs / 2,
  };
  const server = createServer(
    timeouts,
    getRequestListener(app.fetch, { hostname: host, errorHandler: refuse }),
  );
  server.maxConnections = MAX_CONNECTIONS;
  server.listen(port, host);
  await once(server, "listening").catch((cause) => {
    throw explain(cause, host, port);
  });
  const bound = server.address();
  const boundPort = typeof bound === "object" && bound !== null ? bound.port : port;
  const name = host.includes(":") ? `[${host}]` : host;
  return { url: `http://${name}:${boundPort}`, port: boundPort, close: () => close(server) };
}
