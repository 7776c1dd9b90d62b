import { isReasoningUIPart, isTextUIPart, isToolUIPart, type UIMessage } from "ai";
import { type ReactNode, useMemo } from "react";
import { ToolView } from "../tool-views/tool-view.tsx";
import { AnswerText } from "./answer-text.tsx";
import { CheckLine, isCheckedAnswer } from "./check-line.tsx";
import { Citations } from "./citations.tsx";
import { findPassages } from "./passages.ts";

type Part = UIMessage["parts"][number];

function PartView({ part, isBusy }: { part: Part; isBusy: boolean }) {
  if (isTextUIPart(part)) return <AnswerText text={part.text} />;
  if (isToolUIPart(part)) return <ToolView part={part} isBusy={isBusy} />;
  if (isReasoningUIPart(part) && part.text.trim() !== "")
    return (
      <details className="reasoning">
        <summary>The model's reasoning, not checked</summary>
        <p className="verbatim">{part.text}</p>
      </details>
    );
  if (part.type === "data-answer" && "data" in part && isCheckedAnswer(part.data))
    return <CheckLine answer={part.data} />;
  return null;
}

function hasContent({ type }: Part): boolean {
  return type !== "step-start";
}

/** Whether an answer came to its end: its check is the last thing that is sent. */
export function isChecked({ parts }: Pick<UIMessage, "parts">): boolean {
  return parts.some(({ type }) => type === "data-answer");
}

type MessageProps = { message: UIMessage; isBusy: boolean; children?: ReactNode };

/** What is said comes before what it was computed from. */
function Parts({ parts, isBusy }: { parts: readonly Part[]; isBusy: boolean }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: parts are only ever appended, and have no id
  return parts.map((part, index) => <PartView key={index} part={part} isBusy={isBusy} />);
}

function AnswerView({ message, isBusy, children }: MessageProps) {
  const { parts } = message;
  const passages = useMemo(() => findPassages(parts), [parts]);
  return (
    <article className="answer">
      <h2 className="visually-hidden">Answer</h2>
      <Citations passages={passages}>
        <Parts parts={parts.filter((part) => !isToolUIPart(part))} isBusy={isBusy} />
        <Parts parts={parts.filter(isToolUIPart)} isBusy={isBusy} />
      </Citations>
      {isBusy && !parts.some(hasContent) && <p className="note">Waiting for the model …</p>}
      {!isBusy && !isChecked(message) && (
        <p className="note">This answer ended early: its numbers have not been checked.</p>
      )}
      {children}
    </article>
  );
}

/** One message: the question as it was written, or the answer with its tool results, its check and its failure. */
export function MessageView(props: MessageProps) {
  const { message } = props;
  if (message.role === "assistant") return <AnswerView {...props} />;
  return (
    <article className="question">
      <h2 className="visually-hidden">Your question</h2>
      <p className="verbatim" dir="auto">
        {message.parts.filter(isTextUIPart).map(({ text }) => text)}
      </p>
    </article>
  );
}
