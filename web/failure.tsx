import { toProblem } from "./problem.ts";
import { ShownText } from "./shown-text.tsx";

const words = new Intl.ListFormat("en", { type: "disjunction" });

/** Why there is no answer, what may have been meant where the message does not say it, and a way to ask again. */
export function Failure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { message, code, candidates = [] } = toProblem(error);
  const unsaid = candidates.filter((candidate) => !message.includes(candidate));
  return (
    <div className="error" role="alert">
      <p>
        <ShownText text={message} /> {code && <code>{code}</code>}
      </p>
      {unsaid.length > 0 && <p>Did you mean {words.format(unsaid)}?</p>}
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
