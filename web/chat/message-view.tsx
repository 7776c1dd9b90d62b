import { memo } from "react";
import { WholeMessage, Words } from "../history/whole-message.tsx";
import { createLazy, LazyPart } from "../lazy-part.tsx";
import type { AnswerProps } from "./answer-view.tsx";
import { QuestionView } from "./question-view.tsx";

const answer = createLazy(() => import("./answer-view.tsx"));

/**
 * Fetches Markdown and the views of tools, which nobody needs before somebody is about to ask. Where that fails, it is
 * tried again with the answer.
 */
export const expectAnswer = answer.fetch;

type MessageViewProps = AnswerProps & {
  isEditing: boolean;
  onEdit: (messageId: string | undefined) => void;
};

/** One message. The props of those that are finished stay the same, so that they are not drawn again with each word. */
export const MessageView = memo(function MessageView({ isEditing, onEdit, ...props }: MessageViewProps) {
  const { message, actions } = props;
  if (message.role === "assistant")
    return (
      <WholeMessage message={message}>
        {(whole) => (
          <LazyPart part={answer} meanwhile={<Words message={whole} />}>
            {({ AnswerView }) => <AnswerView {...props} message={whole} />}
          </LazyPart>
        )}
      </WholeMessage>
    );
  return <QuestionView message={message} isEditing={isEditing} onEdit={onEdit} onReplace={actions.replace} />;
});
