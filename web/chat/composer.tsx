import { type KeyboardEvent, useRef, useState } from "react";

type ComposerProps = { isBusy: boolean; onAsk: (question: string) => void; onStop: () => void };

/** Enter sends; with Shift it breaks the line, and while an input method composes it belongs to that. */
function isSendKey({ key, shiftKey, nativeEvent }: KeyboardEvent): boolean {
  return key === "Enter" && !shiftKey && !nativeEvent.isComposing;
}

/** The field to ask in. A draft survives while an answer streams; one button sends or stops. */
export function Composer({ isBusy, onAsk, onStop }: ComposerProps) {
  const [draft, setDraft] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const send = () => {
    const question = draft.trim();
    if (isBusy || question === "") return;
    setDraft("");
    onAsk(question);
  };
  const stop = () => {
    onStop();
    field.current?.focus();
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
          rows={2}
          value={draft}
          aria-describedby="composer-keys"
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (!isSendKey(event)) return;
            event.preventDefault();
            send();
          }}
        />
        {isBusy ? (
          <button key="stop" type="button" onClick={stop}>
            Stop
          </button>
        ) : (
          <button key="send" type="submit" className="primary" disabled={draft.trim() === ""}>
            Ask
          </button>
        )}
      </div>
      <p id="composer-keys" className="hint">
        {isBusy ? "Esc stops the answer" : "Enter asks · Shift+Enter: new line"}
      </p>
    </form>
  );
}
