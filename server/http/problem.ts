import { AppError, type ErrorCode, toErrorBody } from "../../knowledge/errors.ts";

const statusOf: Record<ErrorCode, number> = {
  "invalid-input": 400,
  unauthorized: 401,
  "forbidden-host": 403,
  "forbidden-origin": 403,
  "unknown-id": 404,
  "unknown-tool": 404,
  "not-found": 404,
  "ambiguous-id": 409,
  "pairing-unavailable": 409,
  "payload-too-large": 413,
  "unsupported-media-type": 415,
  "too-many-attempts": 429,
  "invalid-record": 500,
  internal: 500,
  "index-unavailable": 503,
  "queue-full": 503,
  "shutting-down": 503,
  "llm-unreachable": 503,
  "llm-timeout": 503,
  "llm-stalled": 503,
  "llm-interrupted": 503,
  "llm-bad-response": 503,
  "llm-oom": 503,
  "llm-busy": 503,
  "llm-loading": 503,
  "llm-model-missing": 503,
  "llm-context-exceeded": 503,
  "llm-no-tools": 503,
  "tool-timeout": 503,
};

/** Codes whose sentence is written for whoever keeps the box: it may name its files. */
const ours: ReadonlySet<ErrorCode> = new Set(["invalid-record", "internal"]);

/**
 * Anything thrown, as an HTTP answer. A surprise is told to stderr only.
 * A tool whose schema refuses a well-formed input passes 422, to tell it from a body that is no JSON.
 */
export function problem(thrown: unknown, invalidInputStatus: 400 | 422 = 400): Response {
  const shown = thrown instanceof AppError && !ours.has(thrown.code) ? thrown : undefined;
  if (shown === undefined) console.error(thrown);
  const body = toErrorBody(shown);
  const { code } = body.error;
  const status = code === "invalid-input" ? invalidInputStatus : statusOf[code];
  const headers = {
    ...(status === 401 && { "WWW-Authenticate": "Bearer" }),
    ...(shown?.retryAfterSeconds && { "Retry-After": String(shown.retryAfterSeconds) }),
  };
  return Response.json(body, { status, headers });
}
