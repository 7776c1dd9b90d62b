import type { Context } from "hono";
import { generateCookie, getCookie, setCookie } from "hono/cookie";

const NAME = "jetson-advisor";
/** Scripts cannot read it, and pages of other sites cannot have it sent. */
const attributes = { httpOnly: true, sameSite: "Strict", path: "/" } as const;
/** The longest that browsers keep a cookie. */
const FOUR_HUNDRED_DAYS = 34_560_000;

export function readSessionCookie(c: Context): string | undefined {
  return getCookie(c, NAME);
}

/**
 * The token is there to be given again, so its session may end with the browser. A pairing link is spent, so its session
 * has to outlast the browser.
 */
export function setSessionCookie(c: Context, cookie: string, from: "token" | "link"): void {
  setCookie(c, NAME, cookie, { ...attributes, ...(from === "link" && { maxAge: FOUR_HUNDRED_DAYS }) });
}

/** Takes a cookie that is worth nothing from the browser, which would else send it with every request. */
export function clearSessionCookie(response: Response): void {
  response.headers.append("Set-Cookie", generateCookie(NAME, "", { ...attributes, maxAge: 0 }));
}
