/** The codes an error can carry; scripts rely on them. */
export type ErrorCode =
  | "invalid-input"
  | "invalid-record"
  | "unknown-id"
  | "unknown-tool"
  | "ambiguous-id"
  | "index-unavailable"
  | "llm-unreachable"
  | "llm-timeout"
  | "llm-stalled"
  | "llm-interrupted"
  | "llm-bad-response"
  | "llm-oom"
  | "llm-busy"
  | "llm-loading"
  | "llm-model-missing"
  | "llm-context-exceeded"
  | "llm-no-tools"
  | "tool-timeout"
  | "queue-full"
  | "shutting-down"
  | "forbidden-host"
  | "forbidden-origin"
  | "unauthorized"
  | "too-many-attempts"
  | "pairing-unavailable"
  | "not-found"
  | "payload-too-large"
  | "unsupported-media-type"
  | "internal";

/** The one error type: a stable code, a sentence for people, and the nearest known names where that helps. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly candidates: readonly string[];
  /** Seconds after which the same call may succeed. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; candidates?: readonly string[]; retryAfterSeconds?: number } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.candidates = options.candidates ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** The JSON of an error at every door. */
export type ErrorBody = { error: { code: ErrorCode; message: string; candidates?: readonly string[] } };

/** Anything thrown, as the JSON every door prints; a surprise shows no internals. */
export function toErrorBody(thrown: unknown): ErrorBody {
  if (!(thrown instanceof AppError))
    return {
      error: { code: "internal", message: "Something failed inside the advisor; its log says what." },
    };
  const { code, message, candidates } = thrown;
  return { error: candidates.length > 0 ? { code, message, candidates } : { code, message } };
}
