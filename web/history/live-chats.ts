import { Chat } from "@ai-sdk/react";
import { type ChatOnDataCallback, type ChatTransport, DefaultChatTransport, type UIMessage } from "ai";
import { resultsFirst } from "../chat/results-first.ts";
import { toSentMessages } from "./sent-messages.ts";

type Listener = ChatOnDataCallback<UIMessage>;

/** A conversation, and who hears of the data that come with its answer. */
export type LiveChat = { chat: Chat<UIMessage>; listeners: Set<Listener> };

type Hear = { onAsked: (messages: UIMessage[]) => void; onEnded: (messages: UIMessage[]) => void };

/** Sends the words of a conversation, and tells of it first; of the answer, results are seen before words. */
function createTransport(onAsked: Hear["onAsked"]): ChatTransport<UIMessage> {
  const transport = new DefaultChatTransport<UIMessage>({
    api: "/api/chat",
    prepareSendMessagesRequest({ id, messages, trigger, messageId }) {
      onAsked(messages);
      return { body: { id, messages: toSentMessages(messages), trigger, messageId } };
    },
  });
  return {
    sendMessages: async (options) => (await transport.sendMessages(options)).pipeThrough(resultsFirst()),
    reconnectToStream: (options) => transport.reconnectToStream(options),
  };
}

function createLiveChat(id: string, messages: UIMessage[], { onAsked, onEnded }: Hear): LiveChat {
  const listeners = new Set<Listener>();
  const chat = new Chat<UIMessage>({
    id,
    messages,
    transport: createTransport(onAsked),
    onData(part) {
      for (const listener of listeners) listener(part);
    },
    onFinish: ({ messages }) => onEnded(messages),
  });
  return { chat, listeners };
}

/**
 * The conversations that are open or whose answer still comes: one goes on while another is shown. Each is kept when
 * something is asked, and when its answer ends, however it ends.
 */
export function createLiveChats(keep: (id: string, messages: UIMessage[]) => void) {
  const chats = new Map<string, LiveChat>();
  const open = new Set<string>();
  const watchers = new Set<() => void>();
  let busy: ReadonlySet<string> = new Set();

  const letGo = (id: string) => {
    if (!open.has(id) && !busy.has(id)) chats.delete(id);
  };
  const change = (id: string, isBusy: boolean, messages: UIMessage[]) => {
    if (!chats.has(id)) return;
    keep(id, messages);
    busy = isBusy ? new Set([...busy, id]) : new Set([...busy].filter((other) => other !== id));
    letGo(id);
    for (const watcher of watchers) watcher();
  };

  return {
    has: (id: string) => chats.has(id),
    /** The conversation as it goes on, or one that begins with these messages. */
    open(id: string, before: UIMessage[]): LiveChat {
      const hear: Hear = {
        onAsked: (messages) => change(id, true, messages),
        onEnded: (messages) => change(id, false, messages),
      };
      return chats.get(id) ?? createLiveChat(id, before, hear);
    },
    /** From here on it is shown. */
    show(id: string, live: LiveChat): void {
      chats.set(id, live);
      open.add(id);
    },
    /** A conversation that is no longer shown is let go of, once its answer has come. */
    close(id: string): void {
      open.delete(id);
      letGo(id);
    },
    /** Ends a conversation that was deleted; nothing of it is kept any more. */
    drop(id: string): void {
      const live = chats.get(id);
      chats.delete(id);
      busy = new Set([...busy].filter((other) => other !== id));
      void live?.chat.stop();
    },
    /** Keeps what has come so far of answers that still come, or of one of them. */
    keepSoFar(ids: Iterable<string> = busy): void {
      for (const id of ids) if (busy.has(id)) keep(id, chats.get(id)?.chat.messages ?? []);
    },
    /** The conversations whose answers still come. */
    busy: () => busy,
    subscribe(watcher: () => void): () => void {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

export type LiveChats = ReturnType<typeof createLiveChats>;
