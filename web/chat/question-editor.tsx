import { type KeyboardEvent, useState } from "react";
import { isComposing, isSendKey } from "./keys.ts";

type QuestionEditorProps = { before: string; onAsk: (question: string) => void; onCancel: () => void };

/** A question in a field, to be asked in other words. */
export function QuestionEditor({ before, onAsk, onCancel }: QuestionEditorProps) {
  const [draft, setDraft] = useState(before);
  const isEmpty = draft.trim() === "";
  const send = () => {
    if (!isEmpty) onAsk(draft.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isEscape = event.key === "Escape" && !isComposing(event);
    if (!isEscape && !isSendKey(event)) return;
    event.preventDefault();
    if (isEscape) onCancel();
    else send();
  };
  return (
    <form
      className="question-editor"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        // biome-ignore lint/a11y/noAutofocus: whoever opens the editor is about to write in it
        autoFocus
        aria-label="The question in other words"
        dir="auto"
        rows={2}
        value={draft}
        onFocus={({ currentTarget }) => currentTarget.setSelectionRange(draft.length, draft.length)}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="actions">
        <button type="submit" className="primary" disabled={isEmpty}>
          Ask again
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
