import { type Guard, isListOf, isShape, isString } from "../guards.ts";
import { createBreather } from "./breather.ts";
import { type Conversation, isConversation } from "./conversation.ts";
import { createJsonSplitter } from "./json-splitter.ts";

const format = "jetson-advisor-conversations";
const isAnything: Guard<unknown> = (_value): _value is unknown => true;
const isFile = isShape({ format: isString, conversations: isListOf(isAnything) });

/** How many brackets deep a message stands: file, conversations, conversation, messages, message. */
const messageDepth = 5;

/**
 * Conversations as a file that this page can read again, in pieces: of tens of megabytes none has to be made in one go.
 * A file to be read by people is the one of Markdown.
 */
export async function* toJson(
  conversations: Iterable<Conversation> | AsyncIterable<Conversation>,
): AsyncGenerator<string> {
  yield `${JSON.stringify({ format, version: 1 }).slice(0, -1)},"conversations":[`;
  let isFirst = true;
  for await (const { messages, ...summary } of conversations) {
    yield `${isFirst ? "" : ","}${JSON.stringify(summary).slice(0, -1)},"messages":[`;
    for (const [index, message] of messages.entries())
      yield `${index === 0 ? "" : ","}${JSON.stringify(message)}`;
    yield "]}";
    isFirst = false;
  }
  yield "]}\n";
}

function parse<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    throw new Error("it is not JSON", { cause });
  }
}

/** The value of a file; `onRead` hears what share of it has been read, and of an empty one nothing. */
async function readFile(file: Blob, onRead: (share: number) => void): Promise<unknown> {
  const breathe = createBreather();
  const splitter = createJsonSplitter(messageDepth);
  const messages: unknown[] = [];
  const decoder = new TextDecoder();
  const reader = file.stream().getReader();
  let bytesRead = 0;
  for (let isDone = false; !isDone; ) {
    const { done, value } = await reader.read();
    isDone = done;
    for (const piece of splitter.add(decoder.decode(value, { stream: !done }))) {
      messages.push(parse(() => JSON.parse(piece)));
      await breathe();
    }
    await breathe();
    if (!value) continue;
    bytesRead += value.length;
    onRead(bytesRead / file.size);
  }
  return parse(() => splitter.join(messages));
}

/** The conversations of a file; throws what is wrong with it, so that it is taken as a whole or not at all. */
export async function fromJson(
  file: Blob,
  onRead: (share: number) => void = () => undefined,
): Promise<Conversation[]> {
  const read = await readFile(file, onRead);
  if (!isFile(read) || read.format !== format)
    throw new Error("it is no file of conversations as this page exports them");
  const { conversations } = read;
  const broken = conversations.findIndex((conversation) => !isConversation(conversation));
  if (broken >= 0)
    throw new Error(`its conversation ${broken + 1} of ${conversations.length} is not of the known shape`);
  return conversations.filter(isConversation);
}
