import { useChat } from "@ai-sdk/react";
import { type ChatStatus, DefaultChatTransport, type UIMessage } from "ai";
import { useEffect, useRef, useState } from "react";
import { Composer } from "./composer.tsx";
import { Examples } from "./examples.tsx";
import { Failure } from "./failure.tsx";
import { isChecked, MessageView } from "./message-view.tsx";
import { toWaitingText } from "./waiting.ts";

/** What a screen reader hears of an answer, in place of every word as it comes. */
function toStatusText(status: ChatStatus, last: UIMessage | undefined, waiting: string): string {
  if (!last) return "";
  if (waiting && (status === "submitted" || status === "streaming")) return waiting;
  if (status === "submitted") return "Question sent. Waiting for the answer.";
  if (status === "streaming") return "The answer is being written.";
  return isChecked(last) ? "The answer is complete." : "The answer ended early.";
}

/** Escape stops the answer, unless it closes an open passage. */
function useEscape(isBusy: boolean, stop: () => void): void {
  useEffect(() => {
    if (!isBusy) return;
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === "Escape" && !document.querySelector("dialog[open]")) stop();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [isBusy, stop]);
}

/** Puts a new question at the top of the window once; from there on the reader scrolls. */
function useQuestionInView(questionCount: number) {
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const questions = log.current?.querySelectorAll(".question") ?? [];
    if (questionCount > 0) [...questions].at(-1)?.scrollIntoView();
  }, [questionCount]);
  return log;
}

/** Asks what the address asks, once: strict mode runs effects twice. */
function useFirstQuestion(question: string | undefined, ask: (text: string) => void): void {
  const wasAsked = useRef(false);
  useEffect(() => {
    if (question === undefined || wasAsked.current) return;
    wasAsked.current = true;
    ask(question);
  }, [question, ask]);
}

/** The conversation: questions, answers as they stream in, and the field to ask in. */
export function ChatView({ firstQuestion }: { firstQuestion?: string }) {
  const [transport] = useState(() => new DefaultChatTransport({ api: "/api/chat" }));
  const [waiting, setWaiting] = useState("");
  const { messages, status, error, sendMessage, regenerate, stop } = useChat({
    transport,
    throttle: 50,
    onData: (part) => setWaiting((before) => toWaitingText(part) ?? before),
  });
  const isBusy = status === "submitted" || status === "streaming";
  const ask = (text: string) => {
    setWaiting("");
    void sendMessage({ text });
  };
  const retry = () => {
    setWaiting("");
    void regenerate();
  };
  const log = useQuestionInView(messages.filter(({ role }) => role === "user").length);
  useEscape(isBusy, stop);

  useFirstQuestion(firstQuestion, ask);
  const last = messages.at(-1);
  const failure = error && <Failure error={error} onRetry={retry} />;
  return (
    <>
      <header className="masthead">
        <h1>Jetson Advisor</h1>
        <p>Sizing advice for NVIDIA Jetson boards, with checked numbers.</p>
      </header>
      <main>
        {messages.length === 0 && <Examples onAsk={ask} />}
        <div
          className="log"
          role="log"
          aria-label="Conversation"
          aria-live="off"
          aria-busy={isBusy}
          ref={log}
        >
          {messages.map((message) => (
            <MessageView
              key={message.id}
              message={message}
              isBusy={isBusy && message === last}
              waiting={waiting}
            >
              {message === last && failure}
            </MessageView>
          ))}
          {last?.role === "user" && (
            <article className="answer">
              {status === "submitted" && <p className="note">{waiting || "Waiting for the model …"}</p>}
              {status === "ready" && <p className="note">Stopped before an answer came.</p>}
              {failure}
            </article>
          )}
        </div>
        <p className="visually-hidden" role="status">
          {toStatusText(status, last, waiting)}
        </p>
      </main>
      <Composer isBusy={isBusy} onAsk={ask} onStop={stop} />
    </>
  );
}
