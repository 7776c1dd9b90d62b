import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from "cockatiel";
import { AppError, type ErrorCode } from "../../knowledge/errors.ts";

/** How a call ended: with a reply or a refusal of a healthy server, with a failure, or given up by its caller. */
export type CallEnd = "answered" | "abandoned" | AppError;

/** Keeps calls away from a server that fails again and again. */
export type Breaker = {
  /** Begins a call, whose end is told once; throws the last failure while the server is left alone. */
  begin(): (end: CallEnd) => void;
  /** The failure for which the server is left alone now. */
  openFor(): AppError | undefined;
};

/** Failures of the server, not of the question: asking again at once makes them worse. */
const infrastructure: ReadonlySet<ErrorCode> = new Set([
  "llm-unreachable",
  "llm-timeout",
  "llm-stalled",
  "llm-oom",
  "llm-interrupted",
]);

/** To ask a port where nobody listens costs nothing, and whoever started the server asks again at once. */
const longestUnreachedMs = 4_000;

/** After so many failures in a row the server is left alone. */
const mostFailures = 3;

/**
 * A breaker of one back end: three failures in a row open it, after `openMs` one call may try, sooner where nobody
 * was there to fail.
 * The time is a timer's, because the wall clock of a board without battery jumps.
 */
export function createBreaker(openMs = 30_000): Breaker {
  const isFailure = (thrown: unknown) => thrown instanceof AppError && infrastructure.has(thrown.code);
  const policy = circuitBreaker(handleWhen(isFailure), {
    halfOpenAfter: openMs,
    breaker: new ConsecutiveBreaker(mostFailures),
  });
  let lastFailure: AppError | undefined;
  let doubtful = false;
  let probing = false;
  policy.onBreak((reason) => {
    if ("isolated" in reason) return;
    doubtful = true;
    const isolation = policy.isolate();
    const isUnreached = lastFailure?.code === "llm-unreachable";
    setTimeout(
      () => isolation.dispose(),
      isUnreached ? Math.min(openMs, longestUnreachedMs) : openMs,
    ).unref();
  });
  policy.onSuccess(() => {
    doubtful = false;
  });
  const openFor = () => (policy.state !== CircuitState.Closed || probing ? lastFailure : undefined);
  return {
    openFor,
    begin() {
      const failure = openFor();
      if (failure) throw failure;
      probing = doubtful;
      const call = Promise.withResolvers<void>();
      policy.execute(() => call.promise).catch(() => {});
      return (end) => {
        probing = false;
        if (end instanceof AppError && isFailure(end)) lastFailure = end;
        if (end === "abandoned" || isFailure(end)) call.reject(end);
        else call.resolve();
      };
    },
  };
}
