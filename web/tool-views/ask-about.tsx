import { type ReactNode, useEffect, useRef, useState } from "react";
import { askInWords } from "../api.ts";
import { useAsk } from "../ask.ts";
import { toProblem } from "../problem.ts";
import { toError } from "../use-loaded.ts";

/** Asks in the chat about a plan: the input of `memory-fit`, put in words by the server. */
export function AskAbout({ input, children }: { input: unknown; children: ReactNode }) {
  const ask = useAsk();
  const [isWaiting, setIsWaiting] = useState(false);
  const [error, setError] = useState<Error>();
  const ending = useRef<AbortController>(undefined);
  useEffect(() => () => ending.current?.abort(), []);
  const press = async () => {
    if (isWaiting) return;
    ending.current = new AbortController();
    const { signal } = ending.current;
    setIsWaiting(true);
    setError(undefined);
    try {
      const question = await askInWords(input, signal);
      if (!signal.aborted) ask(question);
    } catch (thrown) {
      if (!signal.aborted) setError(toError(thrown));
    } finally {
      setIsWaiting(false);
    }
  };
  return (
    <div className="ask-again">
      <button type="button" aria-disabled={isWaiting} onClick={press}>
        {isWaiting ? "Asking …" : children}
      </button>
      {error && (
        <p className="note failed" role="alert">
          {toProblem(error).message}
        </p>
      )}
    </div>
  );
}
