import { toProblem } from "./error-text.ts";

/** Why there is no answer, and a way to ask again. */
export function Failure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { message, code } = toProblem(error);
  return (
    <div className="error" role="alert">
      <p>
        {message} {code && <code>{code}</code>}
      </p>
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
