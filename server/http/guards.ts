import { createHmac, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { AppError } from "../../knowledge/errors.ts";

/** What the Node adapter passes beside a request: the target as it was sent, before any URL parser mended it. */
export type ServerEnv = { Bindings: { incoming?: { url?: string | undefined } } };
type Guard = MiddlewareHandler<ServerEnv>;

const SESSION_COOKIE = "jetson-advisor";

/** Against DNS rebinding: a foreign name that resolves to this box is not this box. */
export function guardHost(allowedHosts: ReadonlySet<string>): Guard {
  return async (c, next) => {
    const host = c.req.header("host");
    // Repeated headers arrive joined by a comma, which no host contains.
    if (!host || host.includes(","))
      throw new AppError("invalid-input", "Cannot answer: wanted exactly one Host header.");
    if (!allowedHosts.has(host))
      throw new AppError(
        "forbidden-host",
        "Cannot answer for that Host: open the address the server printed when it started.",
      );
    await next();
  };
}

/** No route or file of ours needs an escaped ASCII character; escapes, `//` and dots are how routers get fooled. */
const notCanonical = /^[^/]|\/\/|\\|#|\/\.\.?(?:\/|$)|%(?![89a-f][0-9a-f])/i;

/** Refuses every spelling of a path but the plain one, so that all guards and routes see the same path. */
export function guardPath(): Guard {
  return async (c, next) => {
    const sent = c.env?.incoming?.url ?? c.req.raw.url.replace(/^\w+:\/\/[^/]*/, "");
    const [path = ""] = sent.split("?");
    if (notCanonical.test(path))
      throw new AppError("invalid-input", "Cannot answer: wanted a plain path such as /api/tools.");
    await next();
  };
}

/** Against pages of other sites: a browser names the page's origin, and only our own page may call. */
export function guardOrigin(allowedHosts: ReadonlySet<string>): Guard {
  return async (c, next) => {
    const origin = c.req.header("origin");
    const isOwn = origin === undefined || (origin.startsWith("http://") && allowedHosts.has(origin.slice(7)));
    if (!isOwn) throw new AppError("forbidden-origin", "Cannot answer a page of another origin.");
    await next();
  };
}

/** Forms and simple cross-site requests cannot send this type without a preflight, which is never granted. */
export function guardMediaType(): Guard {
  return async (c, next) => {
    const [type = ""] = (c.req.header("content-type") ?? "").split(";");
    if (c.req.method === "POST" && type.trim().toLowerCase() !== "application/json")
      throw new AppError(
        "unsupported-media-type",
        "Cannot read the request: wanted Content-Type: application/json.",
      );
    await next();
  };
}

/** Compares digests, which have one length, so that the time taken tells nothing about the secret. */
function isSame(given: string, secret: string): boolean {
  const digest = (text: string) => createHmac("sha256", secret).update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

/** Holds as long as the token does: a new token ends every session, and no list of sessions is kept. */
function sessionOf(token: string): string {
  return createHmac("sha256", token).update("session").digest("base64url");
}

/**
 * Wants `Authorization: Bearer <token>` on every route but `/healthz`. A browser cannot send that for a page, so
 * `/?token=<token>` trades the token once for a cookie that scripts and other sites cannot use.
 */
export function guardToken(token: string): Guard {
  const session = sessionOf(token);
  return async (c, next) => {
    const [, bearer] = /^Bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "") ?? [];
    const cookie = getCookie(c, SESSION_COOKIE);
    const offered = c.req.path === "/" ? c.req.query("token") : undefined;
    if (offered !== undefined && isSame(offered, token)) {
      setCookie(c, SESSION_COOKIE, session, { httpOnly: true, sameSite: "Strict", path: "/" });
      return c.redirect("/");
    }
    const isKnown =
      (bearer !== undefined && isSame(bearer, token)) || (cookie !== undefined && isSame(cookie, session));
    if (c.req.path !== "/healthz" && !isKnown)
      throw new AppError(
        "unauthorized",
        "Cannot answer without the token: send Authorization: Bearer <token>, or open /?token=<token> once in a browser.",
      );
    await next();
  };
}
