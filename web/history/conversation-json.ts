import { type Guard, isListOf, isShape, isString } from "../guards.ts";
import { type Conversation, isConversation } from "./conversation.ts";

const format = "jetson-advisor-conversations";
const isAnything: Guard<unknown> = (_value): _value is unknown => true;
const isFile = isShape({ format: isString, conversations: isListOf(isAnything) });

/** Conversations as a file that this page can read again; a file to be read by people is the one of Markdown. */
export function toJson(conversations: readonly Conversation[]): string {
  return `${JSON.stringify({ format, version: 1, conversations })}\n`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error("it is not JSON", { cause });
  }
}

/** The conversations of a file; throws what is wrong with it, so that it is taken as a whole or not at all. */
export function fromJson(text: string): Conversation[] {
  const file = parse(text);
  if (!isFile(file) || file.format !== format)
    throw new Error("it is no file of conversations as this page exports them");
  const { conversations } = file;
  const broken = conversations.findIndex((conversation) => !isConversation(conversation));
  if (broken >= 0)
    throw new Error(`its conversation ${broken + 1} of ${conversations.length} is not of the known shape`);
  return conversations.filter(isConversation);
}
