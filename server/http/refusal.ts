import type { Context } from "hono";
import { html } from "hono/html";
import { AppError, type ErrorCode } from "../../knowledge/errors.ts";
import { problem } from "./problem.ts";
import { clearSessionCookie, readSessionCookie } from "./session-cookie.ts";

/** What people meet at the door, with the page they came for still closed to them. */
const atTheDoor: ReadonlySet<ErrorCode> = new Set([
  "unauthorized",
  "too-many-attempts",
  "pairing-unavailable",
]);

/** Where its reader wanted to go, without what was wrong. */
function wantedPath(url: string): string {
  const { pathname, searchParams } = new URL(url);
  if (pathname.startsWith("/pair/")) return "/";
  searchParams.delete("token");
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
}

/** The sentence as a page. Its link starts on this server, and so brings the cookie that one on another site must not. */
function toPage(message: string, path: string) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Jetson Advisor</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <main>
      <h1>Jetson Advisor</h1>
      <p>To open the advisor here: on a device that has it open, go to Status, press “Pair another device”, and scan the code with this one.</p>
      <p>${message}</p>
      <p>Paired already, and sent here by a link on another site? <a href="${path}">Open the advisor</a></p>
    </main>
  </body>
</html>
`;
}

/** Anything thrown: as a page for a person who opened an address at the door, else as JSON. */
export async function toRefusal(thrown: unknown, c: Context): Promise<Response> {
  const asJson = problem(thrown);
  const isOpened = c.req.method === "GET" && c.req.header("accept")?.includes("text/html");
  const isShown = isOpened && thrown instanceof AppError && atTheDoor.has(thrown.code);
  const { status, headers } = asJson;
  if (isShown) headers.set("Content-Type", "text/html; charset=utf-8");
  const response = isShown
    ? new Response(String(await toPage(thrown.message, wantedPath(c.req.url))), { status, headers })
    : asJson;
  if (status === 401 && readSessionCookie(c) !== undefined) clearSessionCookie(response);
  return response;
}
