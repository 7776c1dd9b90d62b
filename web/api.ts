import { hc } from "hono/client";
import type { App } from "../server/http/app.ts";
import type { Guard } from "./guards.ts";

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

/**
 * The result of a tool. A result that is not of the shape the page knows is an error: the page is older or newer than
 * its server.
 */
export async function callTool<Output>(
  name: string,
  input: unknown,
  fits: Guard<Output>,
  signal?: AbortSignal,
): Promise<Output> {
  const response = await fetch(`/api/tools/${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(input),
    ...(signal && { signal }),
  });
  if (!response.ok) throw new Error(await response.text());
  const output: unknown = await response.json();
  if (!fits(output)) throw new Error(`The page does not know this result of ${name}. Load the page again.`);
  return output;
}
