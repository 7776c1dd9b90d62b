import { isListOf, isMissingOr, isShape, isString } from "./guards.ts";

const isErrorBody = isShape({
  error: isShape({
    code: isMissingOr(isString),
    message: isString,
    candidates: isMissingOr(isListOf(isString)),
  }),
});

/** What went wrong: in words, the code that scripts and manuals name it by, and what may have been meant. */
export type Problem = { message: string; code?: string | undefined; candidates?: string[] | undefined };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What to tell people about a failed request: the server's own words where it said any. */
export function toProblem(error: Error): Problem {
  const body = parseJson(error.message);
  if (isErrorBody(body)) return body.error;
  if (error instanceof TypeError)
    return {
      message:
        "The connection to the advisor was lost. See that it is running and can be reached from here, then try again. What stands here stays readable.",
    };
  const isPlain = error.message.trim() !== "" && !error.message.trimStart().startsWith("<");
  return { message: isPlain ? error.message : "The advisor could not answer, and did not say why." };
}
