import { createHmac, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { AppError } from "../../knowledge/errors.ts";
import type { Attempts } from "./attempts.ts";
import type { Guard, ServerEnv } from "./guards.ts";
import { readSessionCookie, setSessionCookie } from "./session-cookie.ts";
import type { SessionState, Sessions } from "./sessions.ts";

type Door = { token: string; sessions: Sessions; attempts: Attempts };

/** Compares digests, which have one length, so that the time taken tells nothing about the secret. */
function isSame(given: string, secret: string): boolean {
  const digest = (text: string) => createHmac("sha256", secret).update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

/** Whose wrong tries are counted together. Headers that name another address are not believed. */
export function addressOf(c: Context<ServerEnv>): string {
  return c.env?.incoming?.socket?.remoteAddress ?? "unknown";
}

/** The token, where a request offers it: in the header, or in the address of the page. */
function offersOf(c: Context<ServerEnv>) {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "") ?? [];
  return { bearer, inAddress: c.req.path === "/" ? c.req.query("token") : undefined };
}

const pairingPath = /^\/pair\/[^/]+$/;

/** What says nothing of ours, and what looks at a code of its own. */
function isPublic(
  { method, path }: { method: string; path: string },
  state: SessionState | undefined,
): boolean {
  return path === "/healthz" || (method === "GET" && pairingPath.test(path) && state !== "unlisted");
}

function unauthorized(): AppError {
  return new AppError(
    "unauthorized",
    "Cannot answer without the token: send Authorization: Bearer <token>, or open /?token=<token> or a pairing link once in a browser.",
  );
}

/**
 * Wants the token or a session on every route that is not public. A browser cannot send a header for a page, so
 * `/?token=<token>` trades the token for a session.
 */
export function guardToken({ token, sessions, attempts }: Door): Guard {
  const isToken = (given: string | undefined) => given !== undefined && isSame(given, token);
  return async (c, next) => {
    const userAgent = c.req.header("user-agent");
    const cookie = readSessionCookie(c);
    const session = cookie === undefined ? undefined : sessions.read(cookie);
    const { bearer, inAddress } = offersOf(c);
    const letIn = (id: string) => {
      sessions.see(id, userAgent);
      c.set("sessionId", id);
      return next();
    };
    // Whether an offered token is right is not told to a paired device, which could guess it without being counted.
    if (session?.state === "listed") return inAddress === undefined ? letIn(session.id) : c.redirect("/");
    if (isPublic(c.req, session?.state)) return next();
    const isOffering = bearer !== undefined || inAddress !== undefined;
    if (session === undefined && !isOffering) throw unauthorized();
    // Even a right token waits, or the answer would tell a guesser which of the further guesses is right. So does a session
    // from before this process: whoever guesses the token could sign one with it.
    await attempts.refuseLocked(addressOf(c));
    if (isToken(inAddress)) {
      setSessionCookie(c, sessions.start(userAgent), "token");
      return c.redirect("/");
    }
    if (session?.state === "unlisted") return letIn(session.id);
    if (isToken(bearer)) return next();
    if (isOffering || session?.state === "forged") await attempts.count(addressOf(c));
    throw unauthorized();
  };
}
