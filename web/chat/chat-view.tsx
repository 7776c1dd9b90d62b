import type { UIMessage } from "ai";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Ask, AskContext, type Asked, useAsk } from "../ask.ts";
import { ChatHeader } from "./chat-header.tsx";
import { Composer } from "./composer.tsx";
import { ConversationLog } from "./conversation-log.tsx";
import { toStatusText } from "./status-text.ts";
import { moveFocus, useActing } from "./use-acting.ts";
import { useAsked } from "./use-asked.ts";
import { useConversation } from "./use-conversation.ts";
import { useEscape } from "./use-escape.ts";
import { useReadiness } from "./use-readiness.ts";
import { useScroll } from "./use-scroll.ts";
import { Welcome } from "./welcome.tsx";

type ChatViewProps = {
  id: string;
  /** The messages of the conversation before this page showed it. */
  before: UIMessage[];
  asked: Asked | undefined;
  /** Hears when `asked` was asked, so that it is not asked again in another conversation. */
  onAsked?: (asked: Asked) => void;
  /** Hears of every change, so that it can be kept. */
  onMessages: (messages: readonly UIMessage[]) => void;
};

/** A question of a card is asked here, unless it wants a conversation of its own. */
function useAskHere(askHere: (question: string) => void): Ask {
  const askPage = useAsk();
  return useCallback<Ask>(
    (question, options) => (options?.isNew ? askPage(question, options) : askHere(question)),
    [askPage, askHere],
  );
}

/** The conversation: questions, answers as they stream in, and the field to ask in. */
export function ChatView({ id, before, asked, onAsked, onMessages }: ChatViewProps) {
  const conversation = useConversation(id, before);
  const { messages, status, waiting, isBusy } = conversation;
  const { readiness, look } = useReadiness(isBusy);
  const [editing, setEditing] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  const log = useRef<HTMLDivElement>(null);
  const dock = useRef<HTMLDivElement>(null);
  const closeEditor = useCallback(() => setEditing(undefined), []);
  const actions = useActing(conversation.actions, { field, log }, closeEditor);
  const lastQuestion = messages.findLast(({ role }) => role === "user");
  const { isEndBelow, jump } = useScroll({ lastQuestion, isBusy, log, dock });
  useEscape(isBusy, log, actions.stop);
  useAsked(asked, actions.ask, onAsked);
  useEffect(() => onMessages(messages), [messages, onMessages]);
  return (
    <AskContext value={useAskHere(actions.ask)}>
      <div className="chat">
        <ChatHeader readiness={readiness} onLook={look} />
        {messages.length === 0 && <Welcome onAsk={actions.ask} />}
        <ConversationLog
          conversation={conversation}
          actions={actions}
          editing={editing}
          onEdit={setEditing}
          ref={log}
        />
        <p className="visually-hidden" role="status">
          {toStatusText(status, messages.at(-1), waiting)}
        </p>
        <div className="dock" ref={dock}>
          {isEndBelow && (
            <button
              type="button"
              className="jump"
              onClick={() => {
                jump();
                moveFocus({ field, log });
              }}
            >
              Jump to the latest
            </button>
          )}
          <Composer
            conversation={messages.length === 0 ? "" : id}
            field={field}
            isBusy={isBusy}
            onAsk={actions.ask}
            onStop={actions.stop}
            onEditLast={() => setEditing(lastQuestion?.id)}
          />
        </div>
      </div>
    </AskContext>
  );
}
