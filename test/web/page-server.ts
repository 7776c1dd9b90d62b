import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join } from "node:path";

/** What the advisor's server sends with its page. */
const securityHeaders = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

const mediaTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** Answers one question; the last line of the conversation is passed on. */
export type Reply = (question: string, response: ServerResponse) => Promise<void>;

async function readQuestion(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return JSON.parse(body).messages.at(-1).parts[0].text;
}

/** Writes parts of an AI SDK UI message stream as server-sent events. */
export function writeParts(response: ServerResponse, parts: readonly object[]): void {
  if (!response.headersSent)
    response.writeHead(200, { "Content-Type": "text/event-stream", "x-vercel-ai-ui-message-stream": "v1" });
  for (const part of parts) response.write(`data: ${JSON.stringify(part)}\n\n`);
}

/** Serves a built page and its chat on a free port of this machine. */
export async function servePage(folder: string, reply: Reply) {
  const server = createServer(async (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const { pathname } = new URL(request.url ?? "/", "http://page");
    if (pathname === "/api/chat") return reply(await readQuestion(request), response);
    if (pathname === "/readyz") {
      response
        .writeHead(200, { "Content-Type": "application/json" })
        .end(JSON.stringify({ status: "ready" }));
      return;
    }
    const path = pathname === "/" ? "/index.html" : pathname;
    const content = await readFile(join(folder, path)).catch(() => undefined);
    response.writeHead(content ? 200 : 404, { "Content-Type": mediaTypes[extname(path)] ?? "text/plain" });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
