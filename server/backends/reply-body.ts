import { z } from "zod";
import { AppError } from "../../knowledge/errors.ts";
import type { ModelClocks } from "./model-clocks.ts";
import { modelError, toErrorEvent } from "./model-errors.ts";
import { readEvents } from "./read-events.ts";
import { readReply } from "./read-reply.ts";

/** The connection that a reply comes over. */
export type ReplySource = {
  close(reason?: unknown): void;
  /** Closes with that code unless the returned function is called in time. */
  limit(milliseconds: number, code: "llm-timeout" | "llm-stalled"): () => void;
  /** The reason for which we closed, or the error of ours that was thrown. */
  reasonOf(cause: unknown): unknown;
};

const Limits = z.looseObject({ max_tokens: z.number().positive().nullish() });

/** Pieces after which a reply is cut: a server may send a token in two, but none needs twice its limit. */
function mostPieces(requestBody: string): number {
  const { max_tokens } = Limits.parse(JSON.parse(requestBody));
  return max_tokens ? 2 * max_tokens : Number.POSITIVE_INFINITY;
}

const encoder = new TextEncoder();
const frame = (text: string) => encoder.encode(`data: ${text}\n\n`);

/**
 * The reply as the SDK reads it: whole chunks, one to an event, and at most one error, in its place behind the text
 * that came before it (a stream that fails would drop what is still queued). The caller's own abort fails the stream.
 */
export function toReplyBody(
  chunks: AsyncIterable<Uint8Array>,
  source: ReplySource,
  clocks: Pick<ModelClocks, "firstByteMs" | "idleMs" | "totalMs">,
  requestBody: string,
): ReadableStream<Uint8Array> {
  const pieces = readReply(readEvents(chunks), mostPieces(requestBody));
  const firstToken = source.limit(clocks.firstByteMs, "llm-timeout");
  let lastToken: (() => void) | undefined;
  const finish = () => {
    firstToken();
    lastToken?.();
    source.close();
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const nextToken = lastToken ? source.limit(clocks.idleMs, "llm-stalled") : () => {};
        try {
          const { value, done } = await pieces.next();
          if (done) return controller.close();
          if ("json" in value && value.token && !lastToken) {
            firstToken();
            lastToken = source.limit(clocks.totalMs, "llm-timeout");
          }
          controller.enqueue(frame("json" in value ? value.json : "[DONE]"));
          if ("end" in value) {
            finish();
            controller.close();
          }
        } catch (cause) {
          finish();
          const reason = source.reasonOf(cause) ?? modelError("llm-interrupted", { cause });
          if (!(reason instanceof AppError)) return controller.error(reason);
          controller.enqueue(frame(JSON.stringify(toErrorEvent(reason))));
          controller.close();
        } finally {
          nextToken();
        }
      },
      cancel: finish,
    },
    { highWaterMark: 0 },
  );
}
