import { CopyButton } from "../copy-button.tsx";
import { type Said, toMarkdown } from "./answer-markdown.ts";

type AnswerActionsProps = { said: Said; isLast: boolean; onAnswerAgain: () => void };

/** What can be done with an answer that is finished. */
export function AnswerActions({ said, isLast, onAnswerAgain }: AnswerActionsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form
    <div className="actions" role="group" aria-label="This answer">
      {said.text !== "" && <CopyButton text={toMarkdown(said)} label="Copy" />}
      <button type="button" className="quiet" onClick={onAnswerAgain}>
        {isLast ? "Answer again" : "Answer again, drop what follows"}
      </button>
    </div>
  );
}
