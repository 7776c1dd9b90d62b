import { type RefObject, useDeferredValue, useEffect } from "react";
import { Failure } from "../failure.tsx";
import { toSheets } from "../history/sheets.ts";
import { LogSheet } from "./log-sheet.tsx";
import { expectAnswer } from "./message-view.tsx";
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
  const { messages, isBusy } = conversation;
  const sheets = toSheets(messages);
  const end = sheets.length - 1;
  // A long conversation is opened at its end: that is drawn first, and what is further back once it stands there.
  const isFilled = useDeferredValue(true, false);
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
      {sheets.map((sheet, index) => (
        <LogSheet
          // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is a place in the conversation
          key={index}
          messages={isFilled || index >= end - 1 ? sheet : []}
          ending={index === end ? conversation : undefined}
          editing={sheet.some(({ id }) => id === editing) ? editing : undefined}
          onEdit={onEdit}
          actions={actions}
        >
          {index === end && messages.at(-1)?.role === "user" && (
            <NoAnswerYet conversation={conversation} actions={actions} />
          )}
        </LogSheet>
      ))}
    </div>
  );
}
