import { hc } from "hono/client";
import type { App } from "../server/http/app.ts";
import { type Guard, isShape, isString } from "./guards.ts";

/** What an answer of a typed route has; its body is of that route's type. */
type Answered<Body> = { ok: boolean; text(): Promise<string>; json(): Promise<Body> };

/** The body of an answer that went well; any other is thrown with the server's words, for `toProblem` to read. */
export async function bodyOf<Body>(answer: Promise<Answered<Body>>): Promise<Body> {
  const response = await answer;
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

/** The routes of the server this page came from, with their types. */
export function createRoutes() {
  return hc<App>("/");
}

/** What the server makes of a body. What the page does not know is an error: the page is older or newer than its server. */
async function post<Output>(
  path: string,
  body: unknown,
  fits: Guard<Output>,
  signal: AbortSignal | undefined,
): Promise<Output> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
  if (!response.ok) throw new Error(await response.text());
  const output: unknown = await response.json();
  if (!fits(output)) throw new Error(`The page does not know this result of ${path}. Load the page again.`);
  return output;
}

/** The result of a tool. */
export async function callTool<Output>(
  name: string,
  input: unknown,
  fits: Guard<Output>,
  signal?: AbortSignal,
): Promise<Output> {
  return await post(`/api/tools/${name}`, input, fits, signal);
}

const isQuestion = isShape({ question: isString });

/** The question whose answer has this input of `memory-fit` in it, in words. */
export async function askInWords(input: unknown, signal?: AbortSignal): Promise<string> {
  return (await post("/api/question", input, isQuestion, signal)).question;
}
