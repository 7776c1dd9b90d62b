import type { ModelMessage } from "ai";

/** How many messages at the front are history, and how many in all stand there before the model calls anything. */
export type Layout = { history: number; opening: number };

function firstLine(message: ModelMessage): ModelMessage {
  if (message.role !== "tool") return message;
  const content = message.content.map((part) => {
    if (part.type !== "tool-result" || part.output.type !== "text") return part;
    const [value = ""] = part.output.value.split("\n");
    return { ...part, output: { ...part.output, value } };
  });
  return { ...message, content };
}

const isExchange = (messages: readonly ModelMessage[], at: number) =>
  messages[at]?.role === "assistant" && messages[at + 1]?.role === "tool";

/** The same conversation with less and less in it. */
function* shorter(messages: readonly ModelMessage[], { history, opening }: Layout) {
  for (let dropped = 0; dropped <= history; dropped++) yield messages.slice(dropped);
  const kept = messages.slice(history);
  const own = opening - history;
  const results = [...kept.keys()].filter((index) => kept[index]?.role === "tool");
  const planned = results.filter((index) => index < own);
  for (const index of [...results.slice(planned.length), ...planned]) {
    kept.splice(index, 1, ...kept.slice(index, index + 1).map(firstLine));
    yield [...kept];
  }
  while (isExchange(kept, own)) {
    kept.splice(own, 2);
    yield [...kept];
  }
}

/**
 * The messages that fit, for what a model calls on its own piles up: the oldest turns of the history go first, then
 * all but the first line of results, the planned ones last, then its oldest calls. What the question is and how the
 * planned results begin stays.
 */
export function fitMessages(
  messages: readonly ModelMessage[],
  layout: Layout,
  isFitting: (messages: readonly ModelMessage[]) => boolean,
): ModelMessage[] {
  let shortest = [...messages];
  for (const candidate of shorter(messages, layout)) {
    shortest = candidate;
    if (isFitting(candidate)) break;
  }
  return shortest;
}
