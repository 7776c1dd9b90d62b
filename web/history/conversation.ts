import { isTextUIPart, type UIMessage } from "ai";
import {
  type Guard,
  type Guarded,
  isListOf,
  isMissingOr,
  isNumber,
  isOneOf,
  isRecord,
  isShape,
  isString,
} from "../guards.ts";

import { withoutHidden } from "../hidden-characters.ts";

/** What the list shows of a conversation. Times in milliseconds since 1970. */
export type Summary = { id: string; title: string; createdAt: number; updatedAt: number };

/** A conversation as it is kept and exported. */
export type Conversation = Summary & { messages: UIMessage[] };

/** What may stand in an address. */
const idPattern = /^[\w-]{1,64}$/;
const isId: Guard<string> = (value): value is string => isString(value) && idPattern.test(value);

export const isSummary: Guard<Summary> = isShape({
  id: isId,
  title: isString,
  createdAt: isNumber,
  updatedAt: isNumber,
});

const isSpoken = isShape({ text: isString });
const isCall = isShape({ toolCallId: isString, state: isString, toolName: isMissingOr(isString) });

/** A part as far as the page relies on it; what a tool or a check brought is looked at again where it is shown. */
function isPart(value: unknown): boolean {
  if (!isRecord(value) || !isString(value.type)) return false;
  const { type } = value;
  if (type === "text" || type === "reasoning") return isSpoken(value);
  if (type === "dynamic-tool") return isCall(value) && value.toolName !== undefined;
  return type.startsWith("tool-") ? isCall(value) : true;
}

const hasMessageFields = isShape({
  id: isString,
  role: isOneOf(["user", "assistant"]),
  parts: isListOf(isRecord),
});

/** Whether the page can show it. */
export const isMessage: Guard<UIMessage> = (value): value is UIMessage =>
  hasMessageFields(value) && value.parts.every(isPart);

const hasMessages = isShape({ messages: isListOf(isMessage) });

export const isConversation: Guard<Conversation> = (value): value is Conversation =>
  isSummary(value) && hasMessages(value) && hasUniqueIds(value);

/** Two messages of one id could not be told apart when they are shown. */
function hasUniqueIds({ messages }: Guarded<typeof hasMessages>): boolean {
  return new Set(messages.map(({ id }) => id)).size === messages.length;
}

/** A new id. `crypto.randomUUID` is missing where the page comes over plain HTTP from another machine. */
export function createId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

/** What a message says, without its tool results. */
export function textOf({ parts }: Pick<UIMessage, "parts">): string {
  return parts
    .filter(isTextUIPart)
    .map(({ text }) => text)
    .join("\n\n");
}

const maxTitleLength = 60;

/** The first question as a title: one line, shortened between two words. */
export function titleOf(messages: readonly UIMessage[]): string {
  const question = messages.find(({ role }) => role === "user");
  const line = withoutHidden(question ? textOf(question) : "")
    .replace(/\s+/g, " ")
    .trim();
  if (line === "") return "Conversation";
  const characters = [...line];
  if (characters.length <= maxTitleLength) return line;
  const cut = characters.slice(0, maxTitleLength).join("");
  const words = cut.slice(0, cut.lastIndexOf(" "));
  return `${(cut.includes(" ") ? words : cut).replace(/[\s,;:–-]+$/, "")} …`;
}
