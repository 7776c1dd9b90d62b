import { z } from "zod";
import { modelError } from "./model-errors.ts";
import type { WireEvent } from "./read-events.ts";
import { refusalCode } from "./refusal.ts";

const Call = z.looseObject({
  function: z.looseObject({ arguments: z.unknown().optional() }).optional(),
});
/** As much of a chunk as is judged here; the SDK validates the rest. */
const Chunk = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        finish_reason: z.string().nullish(),
        delta: z
          .looseObject({
            content: z.unknown().optional(),
            reasoning_content: z.unknown().optional(),
            reasoning: z.unknown().optional(),
            tool_calls: z.array(Call).nullish(),
          })
          .nullish(),
      }),
    )
    .optional(),
});
type Chunk = z.infer<typeof Chunk>;
type Delta = NonNullable<NonNullable<Chunk["choices"]>[number]["delta"]>;

/** A piece of a reply that the SDK may see: one JSON chunk, or the end. */
export type ReplyPiece = { json: string; token: boolean } | { end: true };

function parseChunk(data: string): Chunk {
  try {
    return Chunk.parse(JSON.parse(data));
  } catch (cause) {
    throw modelError("llm-bad-response", { cause });
  }
}

/** Errors that come as data after a 200: `{"error": …}`, and `{"object": "error"}` of older vLLM. */
function isFailure(chunk: Chunk): boolean {
  return (chunk.error !== undefined && chunk.error !== null) || chunk.object === "error";
}

function holdsToken({ content, reasoning_content, reasoning, tool_calls }: Delta): boolean {
  return Boolean(content || reasoning_content || reasoning || tool_calls?.length);
}

/** Arguments that a server sends as an object instead of the text of one. */
function withTextArguments(call: z.infer<typeof Call>) {
  const { arguments: given } = call.function ?? {};
  if (typeof given !== "object" || given === null) return call;
  return { ...call, function: { ...call.function, arguments: JSON.stringify(given) } };
}

function toJson(chunk: Chunk, data: string): string {
  const calls = chunk.choices?.flatMap(({ delta }) => delta?.tool_calls ?? []) ?? [];
  if (calls.every((call) => typeof (call.function?.arguments ?? "") === "string"))
    // Data of several lines is one JSON text; as one line it needs no framing of its own.
    return data.includes("\n") ? JSON.stringify(chunk) : data;
  const choices = chunk.choices?.map(({ delta, ...rest }) => ({
    ...rest,
    delta: delta && { ...delta, tool_calls: delta.tool_calls?.map(withTextArguments) },
  }));
  return JSON.stringify({ ...chunk, choices });
}

/** What is sent for a reply that would never end: the reason that a server gives at its own limit. */
const cutShort = JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: "length" }] });

/**
 * The chunks of a reply. It is complete only with a finish reason and the closing mark; an end before that, however
 * clean, is an interruption. Above `mostTokens` pieces the server reads over its limit and is cut as if it kept it.
 */
export async function* readReply(
  events: AsyncIterable<WireEvent>,
  mostTokens: number,
): AsyncGenerator<ReplyPiece> {
  let finished = false;
  let tokens = 0;
  for await (const event of events) {
    if ("failure" in event) throw modelError(refusalCode(200, event.failure.slice(0, 4096)));
    if (event.data.trim() === "") continue;
    if (event.data.trim() === "[DONE]") {
      if (!finished) throw modelError("llm-interrupted");
      yield { end: true };
      return;
    }
    const chunk = parseChunk(event.data);
    if (isFailure(chunk)) throw modelError(refusalCode(200, event.data.slice(0, 4096)));
    const token = chunk.choices?.some(({ delta }) => delta && holdsToken(delta)) ?? false;
    if (token) tokens += 1;
    if (tokens > mostTokens) {
      yield { json: cutShort, token: false };
      yield { end: true };
      return;
    }
    finished ||= chunk.choices?.some(({ finish_reason }) => Boolean(finish_reason)) ?? false;
    yield { json: toJson(chunk, event.data), token };
  }
  throw modelError("llm-interrupted");
}
