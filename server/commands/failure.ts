import { AppError, toErrorBody } from "../../knowledge/errors.ts";

/**
 * Says what failed on standard error, and as JSON too where the caller reads JSON. Returns the exit code: 2 where
 * the call itself is wrong.
 */
export function reportFailure(error: unknown, asJson: boolean, print: (text: string) => void): number {
  const body = toErrorBody(error);
  const { message, code } = body.error;
  if (asJson) print(JSON.stringify(body, null, 2));
  process.stderr.write(`${code}: ${message}\n`);
  if (!(error instanceof AppError))
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return code === "invalid-input" || code === "unknown-tool" ? 2 : 1;
}
