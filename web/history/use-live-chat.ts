import type { Chat } from "@ai-sdk/react";
import type { ChatOnDataCallback, UIMessage } from "ai";
import { createContext, useContext, useEffect, useState } from "react";
import { createLiveChats, type LiveChats } from "./live-chats.ts";

/** Gives the chat view the conversations that are open. */
export const LiveChatsContext = createContext<LiveChats | undefined>(undefined);

/** The chat of a conversation, which goes on when this view of it is gone; `onData` hears its data while it is shown. */
export function useLiveChat(
  id: string,
  before: UIMessage[],
  onData: ChatOnDataCallback<UIMessage>,
): Chat<UIMessage> {
  const shared = useContext(LiveChatsContext);
  const [chats] = useState(() => shared ?? createLiveChats(() => undefined));
  const [live] = useState(() => chats.open(id, before));
  useEffect(() => {
    live.listeners.add(onData);
    return () => {
      live.listeners.delete(onData);
    };
  }, [live, onData]);
  useEffect(() => {
    chats.show(id, live);
    return () => chats.close(id);
  }, [chats, id, live]);
  return live.chat;
}
