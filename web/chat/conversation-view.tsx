import type { UIMessage } from "ai";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { useLocation } from "wouter";
import type { Asked } from "../ask.ts";
import { createConversationStore } from "../history/conversation-store.ts";
import { addressOf, useCurrent } from "../history/current-conversation.ts";
import { createHistory, type History } from "../history/history.ts";
import { HistoryView } from "../history/history-view.tsx";
import { createLiveChats } from "../history/live-chats.ts";
import { OpenConversation } from "../history/open-conversation.tsx";
import { LiveChatsContext } from "../history/use-live-chat.ts";
import { WholeQueueContext } from "../history/whole-message.tsx";
import { createWholeQueue } from "../history/whole-queue.ts";
import { useTitle } from "../use-title.ts";
import { ChatView } from "./chat-view.tsx";
import { expectAnswer } from "./message-view.tsx";

type KeptChatProps = {
  id: string;
  history: History;
  before: UIMessage[];
  asked: Asked | undefined;
  /** Hears when the chat has taken the question, so that no other conversation asks it again. */
  onTaken: (asked: Asked) => void;
};

/** The chat of one conversation; with its first question it gets an address of its own. */
function KeptChat({ id, history, before, asked, onTaken }: KeptChatProps) {
  const [path, navigate] = useLocation();
  const onMessages = useCallback(
    ({ length }: readonly UIMessage[]) => {
      if (length > 0 && path === "/") navigate(addressOf(id), { replace: true });
    },
    [id, path, navigate],
  );
  const [queue] = useState(() => createWholeQueue((position) => history.loadMessage(id, position)));
  return (
    <WholeQueueContext value={queue}>
      <ChatView id={id} before={before} asked={asked} onAsked={onTaken} onMessages={onMessages} />
    </WholeQueueContext>
  );
}

/** What the browser keeps of conversations, and those that go on; what has come is kept before the page is gone. */
function useConversations() {
  const [history] = useState(() => createHistory(createConversationStore()));
  const [chats] = useState(() => createLiveChats(history.save));
  useEffect(() => {
    const onVisibility = () => document.visibilityState === "hidden" && chats.keepSoFar();
    document.addEventListener("visibilitychange", onVisibility);
    return () => document.removeEventListener("visibilitychange", onVisibility);
  }, [chats]);
  return { history, chats };
}

/** Names the page by the conversation that is shown; one that is new has no name yet. */
function useConversationTitle(id: string, history: History, isShown: boolean): void {
  const { summaries } = useSyncExternalStore(history.subscribe, history.state);
  useTitle(summaries.find((summary) => summary.id === id)?.title ?? "", isShown);
}

type ConversationViewProps = { asked: Asked | undefined; isShown: boolean };

/** The conversation that is open, beside those before it. It stays when another view is shown, so that its answer goes on. */
export function ConversationView({ asked, isShown }: ConversationViewProps) {
  const { history, chats } = useConversations();
  const current = useCurrent(asked);
  useConversationTitle(current.id, history, isShown);
  useEffect(() => {
    // While its messages are read: what they are shown with comes in a part of its own.
    if (!current.isNew) expectAnswer();
  }, [current.isNew]);
  const [taken, setTaken] = useState<Asked>();
  const pending = asked === taken ? undefined : asked;
  return (
    <LiveChatsContext value={chats}>
      <div className="conversation" hidden={!isShown}>
        <HistoryView currentId={current.id} history={history} chats={chats} />
        <main id={isShown ? "content" : undefined}>
          <OpenConversation
            key={current.id}
            current={current}
            isAsked={pending !== undefined}
            history={history}
            chats={chats}
          >
            {(before) => (
              <KeptChat
                id={current.id}
                history={history}
                before={before}
                asked={pending}
                onTaken={setTaken}
              />
            )}
          </OpenConversation>
        </main>
      </div>
    </LiveChatsContext>
  );
}
