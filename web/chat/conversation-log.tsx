import { type RefObject, useEffect } from "react";
import { Failure } from "../failure.tsx";
import { expectAnswer, MessageView } from "./message-view.tsx";
import type { Actions, Conversation } from "./use-conversation.ts";

/** What stands under a question while nothing of its answer has come. */
function NoAnswerYet({ conversation, actions }: { conversation: Conversation; actions: Actions }) {
  const { status, waiting, error } = conversation;
  useEffect(expectAnswer, []);
  return (
    <article className="answer">
      {status === "submitted" && <p className="note">{waiting || "Waiting for the model …"}</p>}
      {status === "ready" && (
        <p className="note">
          Stopped before an answer came.{" "}
          <button type="button" className="quiet" onClick={() => actions.answerAgain()}>
            Answer it
          </button>
        </p>
      )}
      {error && <Failure error={error} onRetry={() => actions.answerAgain()} />}
    </article>
  );
}

type ConversationLogProps = {
  conversation: Conversation;
  actions: Actions;
  editing: string | undefined;
  onEdit: (messageId: string | undefined) => void;
  ref: RefObject<HTMLDivElement | null>;
};

/** Questions and answers in their order. Screen readers hear of their progress elsewhere, not word by word. */
export function ConversationLog({ conversation, actions, editing, onEdit, ref }: ConversationLogProps) {
  const { messages, isBusy, waiting, error } = conversation;
  const last = messages.at(-1);
  return (
    <div
      className="log"
      role="log"
      aria-label="Conversation"
      aria-live="off"
      aria-busy={isBusy}
      tabIndex={-1}
      ref={ref}
    >
      {messages.map((message) => (
        <MessageView
          key={message.id}
          message={message}
          isLast={message === last}
          isBusy={isBusy && message === last}
          waiting={isBusy && message === last ? waiting : ""}
          error={message === last ? error : undefined}
          isEditing={message.id === editing}
          onEdit={onEdit}
          actions={actions}
        />
      ))}
      {last?.role === "user" && <NoAnswerYet conversation={conversation} actions={actions} />}
    </div>
  );
}
