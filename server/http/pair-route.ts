import { Hono } from "hono";
import { AppError } from "../../knowledge/errors.ts";
import type { Attempts } from "./attempts.ts";
import { type Pairing, pairingOff } from "./device-routes.ts";
import { addressOf } from "./guard-token.ts";
import type { ServerEnv } from "./guards.ts";
import { setSessionCookie } from "./session-cookie.ts";
import type { Sessions } from "./sessions.ts";

type Parts = { sessions: Sessions | undefined; attempts: Attempts; pairing: Pairing | undefined };

function badCode(): AppError {
  return new AppError(
    "unauthorized",
    'Cannot pair this device: a pairing link is good once and for ten minutes, and this one is not, or no longer. Make a new one with "Pair another device" on a device that is paired, or start the server anew: it prints one.',
  );
}

/** `GET /pair/<code>`, the one route that lets a stranger in: it trades a code for a session of the device that opens it. */
export function createPairRoute({ sessions, attempts, pairing }: Parts) {
  return new Hono<ServerEnv>().get("/pair/:code", async (c) => {
    // A device that is paired leaves the code to the one it was made for.
    if (c.get("sessionId") !== undefined) return c.redirect("/");
    if (sessions === undefined) throw pairingOff();
    await attempts.refuseLocked(addressOf(c));
    if (!pairing?.codes.redeem(c.req.param("code"))) {
      await attempts.count(addressOf(c));
      throw badCode();
    }
    setSessionCookie(c, sessions.start(c.req.header("user-agent")), "link");
    return c.redirect("/");
  });
}
