import { setImmediate as nextTurn } from "node:timers/promises";
import {
  createUIMessageStream,
  createUIMessageStreamResponse,
  type UIMessage,
  type UIMessageStreamWriter,
} from "ai";
import { toErrorBody } from "../../knowledge/errors.ts";
import type { Turn } from "../built-in/turn.ts";
import { toModelError } from "./model-failure.ts";
import type { Asked, TurnParts } from "./speak.ts";
import { runTurn } from "./turn.ts";
import type { Emit } from "./turn-events.ts";

function textOf({ parts }: UIMessage): string {
  return parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}

/** The last question of a conversation and the turns before it, as text: nothing else a client sends is believed. */
export function toConversation(messages: readonly UIMessage[]): { question: string; history: Turn[] } {
  const asked = messages.findLastIndex(({ role }) => role === "user");
  const history = messages.slice(0, Math.max(0, asked)).flatMap((message): Turn[] => {
    const { role } = message;
    return role === "system" ? [] : [{ role, text: textOf(message) }];
  });
  const last = messages[asked];
  return { question: last ? textOf(last) : "", history };
}

/** Words stand in one text part until something else comes between them. */
function createWriter(writer: UIMessageStreamWriter): { emit: Emit; closeText(): void } {
  let opened = 0;
  let isOpen = false;
  const closeText = () => {
    if (isOpen) writer.write({ type: "text-end", id: `text-${opened}` });
    isOpen = false;
  };
  const emit: Emit = (event) => {
    if (event.type === "text") {
      if (!isOpen) writer.write({ type: "text-start", id: `text-${++opened}` });
      isOpen = true;
      writer.write({ type: "text-delta", id: `text-${opened}`, delta: event.delta });
      return;
    }
    if (event.type === "status") {
      writer.write({ type: "data-status", data: event.status, transient: true });
      return;
    }
    closeText();
    const { id: toolCallId } = event;
    if (event.type === "call")
      writer.write({ type: "tool-input-available", toolCallId, toolName: event.name, input: event.input });
    else if (event.type === "result")
      writer.write({ type: "tool-output-available", toolCallId, output: event.output });
    else writer.write({ type: "tool-output-error", toolCallId, errorText: event.message });
  };
  return { emit, closeText };
}

/** Milliseconds between signs of life while nothing else is sent. */
const heartbeat = 10_000;

/**
 * Answers a conversation as an AI SDK UI message stream: calls and results, words that passed the check, and after
 * them `data-answer` and the end, or one error.
 */
export function streamAnswer(
  messages: readonly UIMessage[],
  options: Pick<Asked, "abortSignal" | "place">,
  parts: TurnParts,
): Response {
  const onError = (error: unknown) => JSON.stringify(toErrorBody(toModelError(parts.backend.name, error)));
  const stream = createUIMessageStream({
    onError,
    async execute({ writer }) {
      writer.write({ type: "start" });
      const { emit, closeText } = createWriter(writer);
      const asked = { ...toConversation(messages), ...options, isLive: true };
      // The beginning goes out before the planner has the thread for itself.
      await nextTurn();
      const { toolCalls, ...answer } = await runTurn(asked, parts, emit).finally(() => {
        closeText();
        options.place?.leave();
      });
      writer.write({ type: "data-answer", data: answer });
      writer.write({ type: "finish" });
    },
  });
  return createUIMessageStreamResponse({ stream, keepAliveMs: heartbeat });
}
