import type { KeyboardEvent, RefObject } from "react";
import { isComposing, isSendKey } from "./keys.ts";
import { expectAnswer } from "./message-view.tsx";
import { useDraft } from "./use-draft.ts";

type ComposerProps = {
  /** The conversation that the draft belongs to; "" for one that is still to begin. */
  conversation: string;
  field: RefObject<HTMLTextAreaElement | null>;
  isBusy: boolean;
  onAsk: (question: string) => void;
  onStop: () => void;
  /** Opens the last question in its editor. */
  onEditLast: () => void;
};

type ButtonProps = Pick<ComposerProps, "isBusy" | "onStop"> & { isEmpty: boolean };

/** One button, which sends or stops; two to React, since one whose type changes while it is pressed would do both. */
function SendOrStop({ isBusy, isEmpty, onStop }: ButtonProps) {
  if (isBusy)
    return (
      <button key="stop" type="button" onClick={onStop}>
        Stop
      </button>
    );
  return (
    <button key="send" type="submit" className="primary" disabled={isEmpty}>
      Ask
    </button>
  );
}

/** The field to ask in. A draft stays with its conversation, whatever else is shown; one button sends or stops. */
export function Composer({ conversation, field, isBusy, onAsk, onStop, onEditLast }: ComposerProps) {
  const [draft, setDraft] = useDraft(conversation);
  const send = () => {
    const question = draft.trim();
    if (isBusy || question === "") return;
    setDraft("");
    onAsk(question);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isUp = event.key === "ArrowUp" && draft === "" && !isComposing(event);
    if (!isUp && !isSendKey(event)) return;
    event.preventDefault();
    if (isUp) onEditLast();
    else send();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label htmlFor="question">Your question</label>
      <div className="composer-row">
        <textarea
          id="question"
          ref={field}
          dir="auto"
          rows={2}
          placeholder="Which model, on which board?"
          value={draft}
          aria-describedby="composer-keys"
          onFocus={expectAnswer}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <SendOrStop isBusy={isBusy} isEmpty={draft.trim() === ""} onStop={onStop} />
      </div>
      <p id="composer-keys" className="hint">
        {isBusy ? "Esc stops the answer" : "Enter asks · Shift+Enter: new line · ↑ edits"}
      </p>
    </form>
  );
}
