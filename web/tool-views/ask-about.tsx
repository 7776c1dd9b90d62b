import { type ReactNode, useEffect, useRef, useState } from "react";
import { useAsk } from "../ask.ts";
import { isShape, isString } from "../guards.ts";
import { toProblem } from "../problem.ts";

const isQuestion = isShape({ question: isString });

/** The question whose answer has this call of a tool in it, in words. */
async function toQuestion(input: unknown, signal: AbortSignal): Promise<string> {
  const response = await fetch("/api/question", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(input),
    signal,
  });
  if (!response.ok) throw new Error(await response.text());
  const body: unknown = await response.json();
  if (!isQuestion(body)) throw new Error("The page does not know this question. Load the page again.");
  return body.question;
}

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
      const question = await toQuestion(input, signal);
      if (!signal.aborted) ask(question);
    } catch (thrown) {
      if (!signal.aborted) setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
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
