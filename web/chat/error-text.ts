import { isShape, isString } from "../guards.ts";

const isErrorBody = isShape({ error: isShape({ message: isString }) });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What to tell people about a failed answer: the server's own words where it said any. */
export function toErrorText(error: Error): string {
  const body = parseJson(error.message);
  if (isErrorBody(body)) return body.error.message;
  if (error instanceof TypeError)
    return "The connection to the advisor was lost. See that it is running and can be reached from here, then try again.";
  const isPlain = error.message.trim() !== "" && !error.message.trimStart().startsWith("<");
  return isPlain ? error.message : "The advisor could not answer, and did not say why.";
}
