import { Hono } from "hono";
import { createAttempts } from "./attempts.ts";
import { createDeviceRoutes, type Pairing } from "./device-routes.ts";
import { openEndedSessions } from "./ended-sessions.ts";
import { guardToken } from "./guard-token.ts";
import type { Guard, ServerEnv } from "./guards.ts";
import { createPairRoute } from "./pair-route.ts";
import { createSessions } from "./sessions.ts";

type Parts = {
  token: string | undefined;
  pairing?: Pairing | undefined;
  endedSessionsFile?: string;
};

/** Who may come in: everybody where there is no token, else who has it or a session. */
export function createAccess({ token, pairing, endedSessionsFile }: Parts) {
  const sessions =
    token === undefined ? undefined : createSessions(token, { ended: openEndedSessions(endedSessionsFile) });
  const attempts = createAttempts();
  const guard: Guard =
    token === undefined || sessions === undefined
      ? (_, next) => next()
      : guardToken({ token, sessions, attempts });
  return {
    guard,
    routes: new Hono<ServerEnv>()
      .route("/", createPairRoute({ sessions, attempts, pairing }))
      .route("/", createDeviceRoutes({ sessions, pairing })),
    /** Aborted when the session is ended. */
    endingOf: (sessionId: string | undefined) =>
      sessionId === undefined ? undefined : sessions?.endingOf(sessionId),
  };
}
