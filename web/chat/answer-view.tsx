import { isReasoningUIPart, isTextUIPart, type UIMessage } from "ai";
import { useMemo } from "react";
import { Failure } from "../failure.tsx";
import { ShownText } from "../shown-text.tsx";
import { ToolResults } from "../tool-views/tool-results.tsx";
import { AnswerActions } from "./answer-actions.tsx";
import { AnswerText } from "./answer-text.tsx";
import { CheckLine } from "./check-line.tsx";
import { type CheckedAnswer, claimsOf, findAnswer, isChecked } from "./checked-answer.ts";
import { Citations } from "./citations.tsx";
import { Claims } from "./claims.tsx";
import { FollowUps, findFollowUps } from "./follow-ups.tsx";
import { findGrounds } from "./grounds.ts";
import { closeMarkdown } from "./half-written.ts";
import { findPassages } from "./passages.ts";
import { useToolParts } from "./tool-parts.ts";
import type { Actions } from "./use-conversation.ts";

type Parts = UIMessage["parts"];

function Reasoning({ parts }: { parts: Parts }) {
  const texts = parts.filter(isReasoningUIPart).map(({ text }) => text);
  if (texts.every((text) => text.trim() === "")) return null;
  return (
    <details className="reasoning">
      <summary>The model's reasoning, not checked</summary>
      <p className="verbatim" dir="auto">
        <ShownText text={texts.join("\n\n")} />
      </p>
    </details>
  );
}

/** Said where the model failed and the answerer without a model stepped in, whose words come at once behind it. */
function Degraded({ answer: { degraded, problem } }: { answer: CheckedAnswer }) {
  if (!degraded) return null;
  const why = problem ? ` (${problem.message.replace(/\.$/, "")})` : "";
  return (
    <p className="degraded" role="status">
      The model did not answer{why}; this is the built-in answer.
    </p>
  );
}

/** What a message says: as it streams in, and from its check on as it was checked. */
function useSaid(parts: Parts) {
  const tools = useToolParts(parts);
  const answer = findAnswer(parts);
  const streamed = parts
    .filter(isTextUIPart)
    .map(({ text }) => text)
    .join("\n\n");
  return useMemo(() => {
    const text = answer?.answer ?? closeMarkdown(streamed);
    const claims = answer?.answer === undefined ? [] : claimsOf(answer);
    return {
      tools,
      text,
      claims,
      grounds: findGrounds(tools, answer),
      said: { text, answer, passages: findPassages(tools, streamed, answer) },
    };
  }, [tools, streamed, answer]);
}

/** What the answer waits for, as long as it does. */
function Waiting({ parts, waiting }: { parts: Parts; waiting: string }) {
  const isEmpty = parts.every(({ type }) => type === "step-start");
  const words = waiting || (isEmpty ? "Waiting for the model …" : "");
  return words && <p className="note">{words}</p>;
}

export type AnswerProps = {
  message: UIMessage;
  isLast: boolean;
  isBusy: boolean;
  waiting: string;
  error: Error | undefined;
  actions: Actions;
};

/**
 * An answer: what decides, what is said of it, how that was checked, and what can be done next. The results come first,
 * so that nothing moves when the text arrives.
 */
export function AnswerView({ message, isLast, isBusy, waiting, error, actions }: AnswerProps) {
  const { parts } = message;
  const { tools, text, claims, grounds, said } = useSaid(parts);
  const { answer, passages } = said;
  return (
    <article className="answer" aria-busy={isBusy}>
      <h2 className="visually-hidden">Answer</h2>
      <Citations passages={passages}>
        <ToolResults parts={tools} isBusy={isBusy} />
        <Reasoning parts={parts} />
        {answer && <Degraded answer={answer} />}
        {text !== "" && (
          <Claims claims={claims} grounds={grounds}>
            <AnswerText text={text} claims={claims} isFolding={answer?.author === "built-in"} />
          </Claims>
        )}
      </Citations>
      {isBusy && !answer && <Waiting parts={parts} waiting={waiting} />}
      {answer && <CheckLine answer={answer} />}
      {!isBusy && !isChecked(message) && (
        <p className="note">This answer ended early, before the report of its check.</p>
      )}
      {error && <Failure error={error} onRetry={() => actions.answerAgain()} />}
      {!isBusy && !error && (
        <AnswerActions said={said} isLast={isLast} onAnswerAgain={() => actions.answerAgain(message.id)} />
      )}
      {isLast && !isBusy && <FollowUps followUps={findFollowUps(parts)} onAsk={actions.ask} />}
    </article>
  );
}
