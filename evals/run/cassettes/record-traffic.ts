import { type IncomingMessage, request as requestHttp, type ServerResponse } from "node:http";
import { request as requestHttps } from "node:https";
import { buffer } from "node:stream/consumers";
import { parseEndpoint } from "../../../server/backends/endpoint.ts";
import { type Exchange, encodeChunks, openCassettes } from "./cassette.ts";
import { listenOnLoopback, splitPath, type Tape } from "./tape.ts";

/** Headers that are about one connection and not about what is said over it, or that nobody should keep. */
const ofConnection =
  /^(?:connection|keep-alive|transfer-encoding|upgrade|proxy-.*|set-cookie|host|content-length)$/i;

function headersOf(message: IncomingMessage): [string, string][] {
  return Object.entries(message.headers).flatMap(([name, value]): [string, string][] =>
    ofConnection.test(name) || value === undefined ? [] : [[name, [value].flat().join(", ")]],
  );
}

/** Hands an answer on as it comes; resolves to how it ended, and with it what came. */
function passOn(answer: IncomingMessage, response: ServerResponse): Promise<Omit<Exchange, "request">> {
  const { promise, resolve } = Promise.withResolvers<Omit<Exchange, "request">>();
  const chunks: Buffer[] = [];
  const status = answer.statusCode ?? 502;
  const headers = headersOf(answer);
  const finish = (end: Exchange["end"]) => resolve({ status, headers, ...encodeChunks(chunks), end });
  response.writeHead(status, headers.flat());
  response.flushHeaders();
  answer.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    response.write(chunk);
  });
  answer.on("end", () => {
    finish("complete");
    response.end();
  });
  answer.on("error", () => {});
  answer.on("close", () => {
    finish("broken");
    response.destroy();
  });
  response.on("close", () => {
    finish("left");
    answer.destroy();
  });
  return promise;
}

/** Asks the server behind; nothing where it does not answer, which the one in front sees as a broken connection. */
function ask(url: URL, request: IncomingMessage, body: Buffer, response: ServerResponse) {
  const { promise, resolve } = Promise.withResolvers<Omit<Exchange, "request"> | undefined>();
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  const headers = [...headersOf(request), ["content-length", String(body.length)]].flat();
  const sent = send(url, { method: request.method, headers: ["host", url.host, ...headers], agent: false });
  let isAnswered = false;
  sent.on("response", (answer) => {
    isAnswered = true;
    resolve(passOn(answer, response));
  });
  sent.on("error", () => {
    // What goes wrong within an answer is seen where it is passed on.
    if (isAnswered) return;
    response.destroy();
    resolve(undefined);
  });
  response.on("close", () => sent.destroy());
  sent.end(body);
  return promise;
}

/**
 * Stands before a model server, hands everything on unchanged, and keeps each exchange in the file of its trial. A
 * server that cannot be reached is not kept, so that the trial is missed when it is replayed.
 */
export async function recordTraffic(endpoint: string, model: string, folder: string): Promise<Tape> {
  const { origin, pathname: path } = new URL(parseEndpoint(endpoint).openAI);
  const keep = openCassettes(folder, { model, path });
  const { root, close } = await listenOnLoopback(async (request, response) => {
    const { method = "GET", url = "/" } = request;
    const place = splitPath(url);
    if (place === undefined) return response.writeHead(404).end();
    const body = await buffer(request);
    const exchange = await ask(new URL(origin + place.path), request, body, response);
    if (exchange)
      keep(place.slug, { request: { method, path: place.path, body: body.toString() }, ...exchange });
    return undefined;
  });
  return { root, path, isMissed: () => false, close };
}
