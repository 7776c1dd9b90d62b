import { isReasoningUIPart, isTextUIPart, isToolUIPart, type UIMessage } from "ai";
import { type ReactNode, useMemo } from "react";
import { ToolView } from "../tool-views/tool-view.tsx";
import { AnswerText } from "./answer-text.tsx";
import { CheckLine } from "./check-line.tsx";
import { type CheckedAnswer, claimsOf, findAnswer } from "./checked-answer.ts";
import { Citations } from "./citations.tsx";
import { Claims } from "./claims.tsx";
import { findGrounds } from "./grounds.ts";
import { findPassages } from "./passages.ts";

type Part = UIMessage["parts"][number];

function Reasoning({ text }: { text: string }) {
  if (text.trim() === "") return null;
  return (
    <details className="reasoning">
      <summary>The model's reasoning, not checked</summary>
      <p className="verbatim">{text}</p>
    </details>
  );
}

/** Said where the model failed and the answerer without a model stepped in. */
function Degraded({ answer: { degraded, problem } }: { answer: CheckedAnswer }) {
  if (!degraded) return null;
  const why = problem ? ` (${problem.message.replace(/\.$/, "")})` : "";
  return (
    <p className="degraded" role="status">
      The model did not answer{why}; this is the built-in answer.
    </p>
  );
}

function hasContent({ type }: Part): boolean {
  return type !== "step-start";
}

/** Whether an answer came to its end: its check is the last thing that is sent. */
export function isChecked({ parts }: Pick<UIMessage, "parts">): boolean {
  return parts.some(({ type }) => type === "data-answer");
}

type MessageProps = { message: UIMessage; isBusy: boolean; waiting: string; children?: ReactNode };

/** What a message says: as it streams in, and from its check on as it was checked. */
function useSaid(parts: readonly Part[]) {
  return useMemo(() => {
    const answer = findAnswer(parts);
    const streamed = parts.filter(isTextUIPart).map(({ text }) => text);
    return {
      answer,
      text: answer?.answer ?? streamed.join("\n\n"),
      claims: answer?.answer === undefined ? [] : claimsOf(answer),
      grounds: findGrounds(parts, answer),
      passages: findPassages(parts),
    };
  }, [parts]);
}

/** What is said comes before what it was computed from. */
function AnswerView({ message, isBusy, waiting, children }: MessageProps) {
  const { parts } = message;
  const { answer, text, claims, grounds, passages } = useSaid(parts);
  const note = waiting || (parts.some(hasContent) ? "" : "Waiting for the model …");
  return (
    <article className="answer">
      <h2 className="visually-hidden">Answer</h2>
      <Citations passages={passages}>
        {answer && <Degraded answer={answer} />}
        <Reasoning
          text={parts
            .filter(isReasoningUIPart)
            .map((part) => part.text)
            .join("\n\n")}
        />
        {text !== "" && (
          <Claims claims={claims} grounds={grounds}>
            <AnswerText text={text} claims={claims} />
          </Claims>
        )}
        {isBusy && !answer && note && <p className="note">{note}</p>}
        {answer && <CheckLine answer={answer} />}
        {parts.filter(isToolUIPart).map((part) => (
          <ToolView key={part.toolCallId} part={part} isBusy={isBusy} />
        ))}
      </Citations>
      {!isBusy && !isChecked(message) && (
        <p className="note">This answer ended early, before the report of its check.</p>
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
