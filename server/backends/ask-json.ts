import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

/** More than any list of models holds. */
const mostBytes = 4 * 2 ** 20;

/** What a server answered: its status, and its JSON where it sent some. */
export type JsonAnswer = { status: number; json: unknown };

/** Asks one server for a path of it; nothing where it does not answer. */
export type Ask = (path: string, body?: unknown) => Promise<JsonAnswer | undefined>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Asks a server for JSON; nothing where it does not answer in time. A body makes it a POST. */
export function askJson(url: string, { timeoutMs, body }: { timeoutMs: number; body?: unknown }) {
  const { promise, resolve } = Promise.withResolvers<JsonAnswer | undefined>();
  const text = body === undefined ? undefined : JSON.stringify(body);
  const send = url.startsWith("https:") ? requestHttps : requestHttp;
  const sent = send(
    url,
    {
      method: text === undefined ? "GET" : "POST",
      agent: false,
      headers: {
        accept: "application/json",
        ...(text !== undefined && { "content-type": "application/json" }),
      },
    },
    (answer) => {
      let received = "";
      answer.setEncoding("utf8");
      answer.on("data", (piece: string) => {
        received += piece;
        if (received.length > mostBytes) answer.destroy();
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, json: parsed(received) }));
    },
  );
  const timer = setTimeout(() => sent.destroy(), timeoutMs);
  sent.on("error", () => {});
  sent.on("close", () => {
    clearTimeout(timer);
    resolve(undefined);
  });
  sent.end(text);
  return promise;
}
