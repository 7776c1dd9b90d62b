import type { UIMessage } from "ai";
import { isNumber, isOneOf, isShape, isString } from "../guards.ts";
import { textOf } from "./conversation.ts";

/** So many messages at the end of a conversation are read with it, whole. */
const wholeAtEnd = 4;

/** What is read of every message: what it says, without tool results, which are a hundred times as much. */
export type Said = { position: number; id: string; role: UIMessage["role"]; text: string };

export const isSaid = isShape({
  position: isNumber,
  id: isString,
  role: isOneOf(["user", "assistant"]),
  text: isString,
});

const isMarked = isShape({ keptAt: isNumber });

export function toSaid(message: UIMessage, position: number): Said {
  const { id, role } = message;
  return { position, id, role, text: textOf(message) };
}

/** Stands in for an answer that is kept: its words, and the place where the whole is. */
export function toStub({ position, id, role, text }: Said): UIMessage {
  const parts: UIMessage["parts"] = [{ type: "text", text }];
  return role === "assistant" ? { id, role, parts, metadata: { keptAt: position } } : { id, role, parts };
}

/** Where the whole of a stub is kept; undefined for a message that is whole. */
export function placeOf({ metadata }: UIMessage): number | undefined {
  return isMarked(metadata) ? metadata.keptAt : undefined;
}

/** From which message on a conversation of this length is read whole. */
export function firstWhole(count: number): number {
  return Math.max(0, count - wholeAtEnd);
}
