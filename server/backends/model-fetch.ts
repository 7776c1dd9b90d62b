import { Client, type Dispatcher } from "undici";
import { AppError } from "../../knowledge/errors.ts";
import type { BackendWait } from "./backend.ts";
import { type ModelClocks, usualClocks } from "./model-clocks.ts";
import { type ModelSubject, modelError } from "./model-errors.ts";
import { refusalCode, refusesExtras } from "./refusal.ts";
import { toReplyBody } from "./reply-body.ts";
import { type Failure, pause, retryDelay } from "./retries.ts";

/** What a fetch to a model needs to know of its turn. */
export type ModelFetchOptions = {
  onWait(wait: BackendWait): void;
  subject: ModelSubject;
  clocks?: ModelClocks;
  /** The same request without what the profile adds, for a server that refuses that; asked for once. */
  withoutExtras?: (body: string) => string;
};

type ModelRequest = { url: URL; headers: Record<string, string>; body: string; signal: AbortSignal };
type Answered = {
  status: number;
  headers: Dispatcher.ResponseData["headers"];
  chunks: AsyncIterable<Uint8Array>;
};

/** The most of a refusal that is read, in characters: its sentence is at the front. */
const longestRefusal = 4096;

/** One connection for one request, so that closing it closes the model's work and nobody else's. */
function openExchange({ url, headers, body, signal }: ModelRequest) {
  const client = new Client(url.origin, {
    headersTimeout: 0,
    bodyTimeout: 0,
    connectTimeout: 0,
    pipelining: 0,
  });
  const gone = new AbortController();
  let failure: unknown;
  let connected = false;
  client.on("connect", () => {
    connected = true;
  });
  /** Ends the exchange; the first reason is the one that counts. */
  const close = (reason?: unknown) => {
    failure ??= reason;
    signal.removeEventListener("abort", onAbort);
    gone.abort();
    client.destroy().catch(() => {});
  };
  const onAbort = () => close(signal.reason);
  signal.addEventListener("abort", onAbort);
  /** Lets a wait fail with `code` when it takes longer. */
  const limit = (milliseconds: number, code: "llm-timeout" | "llm-stalled" | "llm-unreachable") => {
    const timer = setTimeout(() => close(modelError(code)), milliseconds);
    return () => clearTimeout(timer);
  };
  return {
    close,
    limit,
    isConnected: () => connected,
    onConnect: (listener: () => void) => client.once("connect", listener),
    /** What a failed wait means: the reason we closed for, else that the server did. */
    reasonOf: (cause: unknown) => failure ?? (cause instanceof AppError ? cause : undefined),
    async send(): Promise<Answered> {
      const path = url.pathname + url.search;
      const sent = { ...headers, "accept-encoding": "identity" };
      const answer = await client.request({ path, method: "POST", headers: sent, body, signal: gone.signal });
      return { status: answer.statusCode, headers: answer.headers, chunks: answer.body };
    },
  };
}
export type Exchange = ReturnType<typeof openExchange>;

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length >= longestRefusal) break;
  }
  return text.slice(0, longestRefusal);
}

function headerOf({ headers }: Answered, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Nothing where the reply is one we can read, else why not. */
async function refusalOf(answered: Answered, subject: ModelSubject): Promise<Failure | undefined> {
  const { status } = answered;
  const isStream = /^text\/event-stream\b/i.test(headerOf(answered, "content-type") ?? "");
  // No encoding was asked for: one that comes all the same can swell without bounds.
  const isPlain = /^(identity)?$/i.test(headerOf(answered, "content-encoding") ?? "");
  if (status === 200 && isStream && isPlain) return undefined;
  const text = isPlain ? await textOf(answered.chunks) : "";
  const error = modelError(refusalCode(status, text), { subject });
  return {
    error,
    status,
    retryAfter: headerOf(answered, "retry-after"),
    refusesExtras: refusesExtras(status, text),
  };
}

/** One request up to the start of its reply. */
async function attempt(
  request: ModelRequest,
  { subject, clocks }: { subject: ModelSubject; clocks: ModelClocks },
  firstByteMs: number,
): Promise<Failure | Response> {
  const exchange = openExchange(request);
  const released = exchange.limit(Math.min(clocks.connectMs, firstByteMs), "llm-unreachable");
  const inTime = exchange.limit(firstByteMs, "llm-timeout");
  exchange.onConnect(released);
  const started = performance.now();
  try {
    const answered = await exchange.send();
    const refusal = await refusalOf(answered, subject);
    if (refusal === undefined) {
      const left = firstByteMs - (performance.now() - started);
      return new Response(
        toReplyBody(answered.chunks, exchange, { ...clocks, firstByteMs: left }, request.body),
        {
          headers: { "content-type": "text/event-stream" },
        },
      );
    }
    exchange.close();
    return refusal;
  } catch (cause) {
    exchange.close();
    const reason = exchange.reasonOf(cause);
    if (request.signal.aborted) throw request.signal.reason;
    if (reason instanceof AppError) return { error: reason };
    const unconnected = !exchange.isConnected();
    return { error: modelError(unconnected ? "llm-unreachable" : "llm-interrupted", { cause }), unconnected };
  } finally {
    released();
    inTime();
  }
}

function waitOf({ error }: Failure): BackendWait {
  return error.code === "llm-loading"
    ? { state: "loading", message: "The model server is loading the model." }
    : { state: "retrying", message: "The model server did not take the request; asking again." };
}

/** Attempts until a reply begins, within the time to the first token. */
async function send(request: ModelRequest, options: ModelFetchOptions): Promise<Response> {
  const clocks = options.clocks ?? usualClocks;
  const deadline = performance.now() + clocks.firstByteMs;
  let made = 0;
  let loading = 0;
  let { withoutExtras } = options;
  let { body } = request;
  for (;;) {
    const { subject } = options;
    const outcome = await attempt({ ...request, body }, { subject, clocks }, deadline - performance.now());
    if (outcome instanceof Response) return outcome;
    if (outcome.refusesExtras && withoutExtras) {
      body = withoutExtras(body);
      withoutExtras = undefined;
      continue;
    }
    const count = outcome.error.code === "llm-loading" ? ++loading : ++made;
    const delay = retryDelay(outcome, count, clocks);
    if (delay === undefined || performance.now() + delay >= deadline) throw outcome.error;
    options.onWait(waitOf(outcome));
    await pause(delay, request.signal);
  }
}

/**
 * A fetch for one turn with a model: four clocks, limits on what is taken, few retries and only before the reply
 * begins, no redirects. What fails is an AppError with a fixed sentence; the caller's abort closes the connection.
 */
export function createModelFetch(options: ModelFetchOptions): typeof fetch {
  return async (input, init = {}) => {
    const { headers, body, signal } = init;
    if (typeof body !== "string") throw new TypeError("wanted the text of a chat request");
    const url = new URL(input instanceof Request ? input.url : input);
    signal?.throwIfAborted();
    return send(
      {
        url,
        headers: Object.fromEntries(new Headers(headers)),
        body,
        signal: signal ?? new AbortController().signal,
      },
      options,
    );
  };
}
