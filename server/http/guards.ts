import type { MiddlewareHandler } from "hono";
import { AppError } from "../../knowledge/errors.ts";

type Incoming = {
  /** The target as it was sent, before any URL parser mended it. */
  url?: string | undefined;
  socket?: { remoteAddress?: string | undefined };
};

/** What the Node adapter passes beside a request, and what the guards find out about it. */
export type ServerEnv = {
  Bindings: { incoming?: Incoming };
  /** The id of the session that a request came with. */
  Variables: { sessionId?: string };
};
export type Guard = MiddlewareHandler<ServerEnv>;

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
