import { createParser } from "eventsource-parser";
import { modelError } from "./model-errors.ts";

/** The most that is taken from a server, in decoded bytes: a token is a few hundred, a reply some hundred thousand. */
export const largestEvent = 2 ** 20;
export const largestReply = 8 * 2 ** 20;

/** One event of the chat protocol: its data, or what the server says went wrong. */
export type WireEvent = { data: string } | { failure: string };

/**
 * The server-sent events of a reply, whatever the pieces it comes in. Events with a name of their own are dropped,
 * since the protocol has none and a client must not be steered by one. Limits hold while bytes pile up.
 */
export async function* readEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<WireEvent> {
  const decoder = new TextDecoder();
  let ready: WireEvent[] = [];
  let received = 0;
  const tooLarge = () => modelError("llm-bad-response", { cause: "more than a reply may hold" });
  const parser = createParser({
    maxBufferSize: largestEvent,
    onEvent({ event, data }) {
      if (event === undefined || event === "message") ready.push({ data });
      else if (event === "error") ready.push({ failure: data });
    },
    onError({ type, field, value }) {
      if (type === "max-buffer-size-exceeded") throw tooLarge();
      // Older llama-server writes its errors as a field of that name.
      if (field === "error") ready.push({ failure: value ?? "" });
    },
  });
  const feed = (text: string) => {
    ready = [];
    parser.feed(text);
    return ready;
  };
  for await (const chunk of chunks) {
    received += chunk.byteLength;
    if (received > largestReply) throw tooLarge();
    yield* feed(decoder.decode(chunk, { stream: true }));
  }
  // The last event counts even where its blank line is missing.
  yield* feed(`${decoder.decode()}\n\n`);
}
