import type { ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import { taskSlug } from "../task.ts";
import { decodeChunks, type Exchange, type Request, readCassette, readLabel } from "./cassette.ts";
import { listenOnLoopback, splitPath, type Tape } from "./tape.ts";

const keyOf = ({ method, path, body }: Request) => JSON.stringify([method, path, body]);

/** Hands out the exchanges of a trial: to a request that repeats the next of its recordings, and the last for ever. */
function openCassette(folder: string, slug: string): (request: Request) => Exchange | undefined {
  const recorded = Map.groupBy(readCassette(folder, slug), ({ request }) => keyOf(request));
  const asked = new Map<string, number>();
  return (request) => {
    const key = keyOf(request);
    const before = asked.get(key) ?? 0;
    asked.set(key, before + 1);
    const takes = recorded.get(key) ?? [];
    return takes[Math.min(before, takes.length - 1)];
  };
}

/** Says it again, piece by piece, and ends as it ended: who was left stays silent, for who left will leave again. */
async function sayAgain(
  { status, headers, end, ...body }: Exchange,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(status, headers.flat());
  response.flushHeaders();
  for (const chunk of decodeChunks(body)) {
    response.write(chunk);
    // So that pieces leave one by one, as they came.
    await setImmediate();
  }
  if (end === "complete") response.end();
  if (end === "broken") response.destroy();
}

const missing = { error: { message: "no cassette: record anew", type: "cassette-miss" } };

/** What a model is asked; other requests only find out what the server is, and a server may not know them. */
const isForModel = ({ method, path }: Request) => method === "POST" && path.endsWith("/chat/completions");

/** Answers in place of a model server with what was recorded, byte for byte; no model server is needed. */
export async function replayTraffic(folder: string): Promise<Tape & { model: string }> {
  const { model, path } = readLabel(folder);
  const cassettes = new Map<string, ReturnType<typeof openCassette>>();
  const missed = new Set<string>();
  const server = await listenOnLoopback(async (incoming, response) => {
    const { method = "GET", url = "/" } = incoming;
    const place = splitPath(url);
    if (place === undefined) return response.writeHead(404).end();
    const cassette = cassettes.get(place.slug) ?? openCassette(folder, place.slug);
    cassettes.set(place.slug, cassette);
    const request = { method, path: place.path, body: await text(incoming) };
    const exchange = cassette(request);
    if (exchange) return sayAgain(exchange, response);
    if (isForModel(request)) missed.add(place.slug);
    return response.writeHead(404, { "content-type": "application/json" }).end(JSON.stringify(missing));
  });
  return { ...server, model, path, isMissed: (task) => missed.has(taskSlug(task)) };
}
