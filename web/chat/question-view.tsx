import { isTextUIPart, type UIMessage } from "ai";
import { useEffect, useRef } from "react";
import { ShownText } from "../shown-text.tsx";
import { QuestionEditor } from "./question-editor.tsx";

type QuestionViewProps = {
  message: UIMessage;
  isEditing: boolean;
  onEdit: (messageId: string | undefined) => void;
  onReplace: (messageId: string, question: string) => void;
};

/** A question as it was written, or in its editor. */
export function QuestionView({ message, isEditing, onEdit, onReplace }: QuestionViewProps) {
  const text = message.parts
    .filter(isTextUIPart)
    .map((part) => part.text)
    .join("\n\n");
  const edit = useRef<HTMLButtonElement>(null);
  const isCancelled = useRef(false);
  useEffect(() => {
    if (!isEditing && isCancelled.current) edit.current?.focus();
    isCancelled.current = false;
  }, [isEditing]);
  const cancel = () => {
    isCancelled.current = true;
    onEdit(undefined);
  };
  return (
    <article className={isEditing ? "question is-editing" : "question"}>
      <h2 className="visually-hidden">Your question</h2>
      {isEditing ? (
        <QuestionEditor
          before={text}
          onAsk={(question) => onReplace(message.id, question)}
          onCancel={cancel}
        />
      ) : (
        <>
          <p className="verbatim bubble" dir="auto">
            <ShownText text={text} />
          </p>
          <button ref={edit} type="button" className="quiet" onClick={() => onEdit(message.id)}>
            Edit
          </button>
        </>
      )}
    </article>
  );
}
