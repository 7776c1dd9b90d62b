import { isTextUIPart, type UIMessage } from "ai";

/** Three quarters of what the server takes in one request. */
const maxSentBytes = 192 * 1024;

function toSaid({ id, role, parts }: UIMessage): UIMessage {
  return { id, role, parts: parts.filter(isTextUIPart).map(({ text }) => ({ type: "text", text })) };
}

/**
 * What is sent of a conversation: its words, since the server believes no tool result of a client; and of a long one
 * the newest messages, the question always.
 */
export function toSentMessages(messages: readonly UIMessage[]): UIMessage[] {
  const encoder = new TextEncoder();
  const sent: UIMessage[] = [];
  let bytes = 0;
  for (const message of messages.toReversed()) {
    const said = toSaid(message);
    bytes += encoder.encode(JSON.stringify(said)).length;
    if (bytes > maxSentBytes && sent.length > 0) break;
    sent.unshift(said);
  }
  return sent;
}
