import type { UIMessage } from "ai";
import { z } from "zod";
import { AppError } from "../../knowledge/errors.ts";

const Part = z.object({ type: z.string(), text: z.string().optional() });
const Message = z.object({ id: z.string().optional(), role: z.string(), parts: z.array(Part) });
const ChatRequest = z.object({ messages: z.array(Message) });

/**
 * The conversation in what the page's transport sends. Only what people and the advisor said is kept: a system message
 * would be an instruction from outside, and a tool result from a client could pass any number off as computed.
 */
export function parseConversation(body: unknown): UIMessage[] {
  const request = ChatRequest.safeParse(body);
  if (!request.success)
    throw new AppError("invalid-input", `Cannot read the conversation: ${z.prettifyError(request.error)}`);
  const conversation = request.data.messages.flatMap(toMessage);
  if (conversation.at(-1)?.role !== "user")
    throw new AppError(
      "invalid-input",
      "Cannot answer the conversation: wanted a user message with text at its end.",
    );
  return conversation;
}

function toMessage({ id, role, parts }: z.output<typeof Message>, index: number): UIMessage[] {
  if (role !== "user" && role !== "assistant") return [];
  const texts = parts.flatMap(({ type, text }) => (type === "text" && text?.trim() ? [text] : []));
  if (texts.length === 0) return [];
  return [{ id: id ?? String(index), role, parts: texts.map((text) => ({ type: "text", text })) }];
}
