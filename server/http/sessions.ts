import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { AppError } from "../../knowledge/errors.ts";
import { toDeviceName } from "./device-name.ts";
import { type EndedSessions, openEndedSessions } from "./ended-sessions.ts";

/** More devices than stand beside one board; beyond them the one not seen for longest leaves the list. */
export const MAX_DEVICES = 64;

const cookieShape = /^(?<id>[\w-]{22})\.(?<signature>[\w-]{43})$/;

/** A paired device as people see it. Its id opens nothing: a cookie holds the signature of the id too. */
export type Device = {
  id: string;
  name: string;
  /** Null where the device was paired before this process started. */
  pairedAt: string | null;
  lastSeenAt: string;
};

/** What a cookie is worth. `unlisted` is rightly signed, and from before this process started. */
export type SessionState = "listed" | "unlisted" | "ended" | "forged";

type Session = Device & { ending: AbortController };

function sign(id: string, token: string): Buffer {
  return createHmac("sha256", token).update(`session ${id}`).digest();
}

/** The id in a cookie, where the token signed it. */
function readSigned(cookie: string, token: string): string | undefined {
  const { id = "", signature = "" } = cookieShape.exec(cookie)?.groups ?? {};
  const given = Buffer.from(signature, "base64url");
  const wanted = sign(id, token);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? id : undefined;
}

/**
 * One session for each device. A cookie is a random id and its signature with the token: a new token ends every session
 * at once, and a restart ends none. The list of devices is begun anew with each start; which were ended is kept.
 */
export function createSessions(
  token: string,
  { ended = openEndedSessions(), now = () => new Date() }: { ended?: EndedSessions; now?: () => Date } = {},
) {
  const listed = new Map<string, Session>();

  /** Puts a session at the end of the list, so that the first one is the one not seen for longest. */
  function put(session: Session): void {
    listed.delete(session.id);
    listed.set(session.id, session);
    const [first] = listed.keys();
    if (listed.size > MAX_DEVICES && first !== undefined) listed.delete(first);
  }

  function create(id: string, userAgent: string | undefined, pairedAt: string | null): Session {
    const lastSeenAt = now().toISOString();
    return { id, name: toDeviceName(userAgent), pairedAt, lastSeenAt, ending: new AbortController() };
  }

  return {
    /** A new session, as the cookie that carries it. */
    start(userAgent?: string): string {
      const id = randomBytes(16).toString("base64url");
      put(create(id, userAgent, now().toISOString()));
      return `${id}.${sign(id, token).toString("base64url")}`;
    },
    read(cookie: string): { id: string; state: SessionState } {
      const id = readSigned(cookie, token);
      if (id === undefined) return { id: "", state: "forged" };
      if (ended.has(id)) return { id, state: "ended" };
      return { id, state: listed.has(id) ? "listed" : "unlisted" };
    },
    /** Notes that a device was here; one from before a restart comes onto the list again. */
    see(id: string, userAgent?: string): void {
      const session = listed.get(id) ?? create(id, userAgent, null);
      session.lastSeenAt = now().toISOString();
      put(session);
    },
    /** The paired devices, the one seen last first. */
    list(): Device[] {
      return [...listed.values()].reverse().map(({ ending, ...device }) => device);
    },
    /** Aborted when the device is unpaired, so that its running answers end too. */
    endingOf(id: string): AbortSignal | undefined {
      return listed.get(id)?.ending.signal;
    },
    /** Ends a session for good; false where no device has this id. */
    end(id: string): boolean {
      const session = listed.get(id);
      if (session === undefined) return false;
      listed.delete(id);
      ended.add(id);
      session.ending.abort(
        new AppError("unauthorized", "Cannot finish the answer: this device was unpaired."),
      );
      return true;
    },
  };
}

export type Sessions = ReturnType<typeof createSessions>;
