import type { UIMessage } from "ai";
import { memo, type ReactNode } from "react";
import { MessageView } from "./message-view.tsx";
import type { Actions, Conversation } from "./use-conversation.ts";

type LogSheetProps = {
  messages: readonly UIMessage[];
  /** The conversation, if it ends on this sheet. */
  ending: Conversation | undefined;
  editing: string | undefined;
  onEdit: (messageId: string | undefined) => void;
  actions: Actions;
  /** What stands below the messages. */
  children: ReactNode;
};

const finished = { isLast: false, isBusy: false, waiting: "", error: undefined };

function standingOf({ isBusy, waiting, error }: Conversation) {
  return { isLast: true, isBusy, waiting: isBusy ? waiting : "", error };
}

/** Whether a sheet stays as it is: the list of its messages is made anew with each word of the answer that comes. */
function isSame(before: LogSheetProps, after: LogSheetProps): boolean {
  return (
    before.ending === after.ending &&
    before.editing === after.editing &&
    before.onEdit === after.onEdit &&
    before.actions === after.actions &&
    before.children === after.children &&
    before.messages.length === after.messages.length &&
    before.messages.every((message, index) => message === after.messages[index])
  );
}

/** Some messages that are laid out together, or left out of it together while they are far from the window. */
export const LogSheet = memo(function LogSheet(props: LogSheetProps) {
  const { messages, ending, editing, onEdit, actions, children } = props;
  const last = ending?.messages.at(-1);
  return (
    <div className="sheet">
      {messages.map((message) => (
        <MessageView
          key={message.id}
          message={message}
          {...(ending && message === last ? standingOf(ending) : finished)}
          isEditing={message.id === editing}
          onEdit={onEdit}
          actions={actions}
        />
      ))}
      {children}
    </div>
  );
}, isSame);
