import type { Answer } from "../../server/agent/answer.ts";
import { formatCount } from "../format.ts";
import { type Guard, isListOf, isShape, isString } from "../guards.ts";

const isMarked = isListOf(isShape({ text: isString }));

type CheckedAnswer = Pick<Answer, "model" | "check">;

/** An answer with its check, as far as it is shown here. */
export const isCheckedAnswer: Guard<CheckedAnswer> = isShape({
  model: isString,
  check: isShape({ verified: isMarked, given: isMarked, unverified: isMarked }),
});

/** How the numbers of an answer stand, and which model wrote it. */
export function CheckLine({ answer: { model, check } }: { answer: CheckedAnswer }) {
  const { verified, given, unverified } = check;
  const texts = [...new Set(unverified.map(({ text }) => text))];
  return (
    <footer className="check">
      <p>
        {formatCount(verified.length, "number")} verified, {given.length} from your question,{" "}
        {unverified.length} unverified
        <span className="model">{model}</span>
      </p>
      {texts.length > 0 && (
        <p className="unverified">
          Not backed by any tool or source:{" "}
          {texts.map((text) => (
            <mark key={text}>{text}</mark>
          ))}
        </p>
      )}
    </footer>
  );
}
