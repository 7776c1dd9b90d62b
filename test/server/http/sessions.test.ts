import { describe, expect, it } from "vitest";
import { openEndedSessions } from "../../../server/http/ended-sessions.ts";
import { createSessions, MAX_DEVICES } from "../../../server/http/sessions.ts";

const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Mobile Safari/604.1";
const PIXEL = "Mozilla/5.0 (Linux; Android 10; K) Chrome/142.0.0.0 Mobile Safari/537.36";

/** Sessions by a clock that a test sets. */
function open() {
  const clock = { time: "2026-05-01T10:00:00.000Z" };
  return { clock, sessions: createSessions("token-of-the-board", { now: () => new Date(clock.time) }) };
}

describe("createSessions()", () => {
  it("starts sessions of 128 random bits that hold nothing of the token", () => {
    const { sessions } = open();
    const cookies = Array.from({ length: 50 }, () => sessions.start());
    const ids = cookies.map((cookie) => cookie.split(".")[0] ?? "");
    expect(new Set(ids).size).toBe(50);
    for (const id of ids) expect(Buffer.from(id, "base64url")).toHaveLength(16);
    for (const cookie of cookies) expect(cookie).not.toContain("token-of-the-board");
  });

  it("lists devices with their name and times, the one seen last first", () => {
    const { clock, sessions } = open();
    const phone = sessions.read(sessions.start(IPHONE));
    clock.time = "2026-05-01T10:05:00.000Z";
    sessions.start(PIXEL);
    clock.time = "2026-05-01T10:20:00.000Z";
    sessions.see(phone.id, IPHONE);
    const [first, second] = sessions.list();
    expect(first).toEqual({
      id: phone.id,
      name: "Safari on iPhone",
      pairedAt: "2026-05-01T10:00:00.000Z",
      lastSeenAt: "2026-05-01T10:20:00.000Z",
    });
    expect(second).toMatchObject({ name: "Chrome on Android", lastSeenAt: "2026-05-01T10:05:00.000Z" });
  });

  it("ends one session and leaves the other alone", () => {
    const { sessions } = open();
    const [mine, theirs] = [sessions.start(IPHONE), sessions.start(PIXEL)];
    const { id } = sessions.read(mine);
    const [ending, staying] = [mine, theirs].map((cookie) => sessions.endingOf(sessions.read(cookie).id));
    expect(sessions.end(id)).toBe(true);
    expect(sessions.read(mine).state).toBe("ended");
    expect(sessions.read(theirs).state).toBe("listed");
    expect(sessions.list().map(({ name }) => name)).toEqual(["Chrome on Android"]);
    expect(ending?.reason).toMatchObject({ code: "unauthorized" });
    expect(staying?.aborted).toBe(false);
    expect(sessions.end(id)).toBe(false);
  });

  it("keeps a session ended that was ended before a restart", () => {
    const ended = openEndedSessions();
    const before = createSessions("token-of-the-board", { ended });
    const cookie = before.start(IPHONE);
    before.end(before.read(cookie).id);
    expect(createSessions("token-of-the-board", { ended }).read(cookie).state).toBe("ended");
  });

  it("ends nothing for an id that no device has", () => {
    const { sessions } = open();
    sessions.start(IPHONE);
    expect(sessions.end("AAAAAAAAAAAAAAAAAAAAAA")).toBe(false);
    expect(sessions.list()).toHaveLength(1);
  });

  it("takes a device from before a restart onto the list, without a time of pairing it cannot know", () => {
    const cookie = open().sessions.start(IPHONE);
    const { sessions } = open();
    const { id, state } = sessions.read(cookie);
    expect(state).toBe("unlisted");
    expect(sessions.list()).toEqual([]);
    sessions.see(id, IPHONE);
    expect(sessions.read(cookie).state).toBe("listed");
    expect(sessions.list()).toMatchObject([{ id, name: "Safari on iPhone", pairedAt: null }]);
  });

  it("takes every cookie for forged whose id or signature was changed", () => {
    const { sessions } = open();
    const cookie = sessions.start();
    const changed = Array.from(cookie, (letter, at) => {
      const other = letter === "A" ? "B" : "A";
      return cookie.slice(0, at) + other + cookie.slice(at + 1);
    });
    // Of the last letter of 43, two bits lie beyond the 256 of the signature: they say nothing.
    for (const forged of changed.slice(0, -1)) expect(sessions.read(forged).state).toBe("forged");
    for (const forged of ["", ".", "a.b", `${cookie}.`, `${cookie}A`, cookie.split(".")[0] ?? ""])
      expect(sessions.read(forged).state).toBe("forged");
    expect(createSessions("another-token").read(cookie).state).toBe("forged");
  });

  it("keeps a bounded list: the device not seen for longest leaves it, and comes back when it is seen", () => {
    const { sessions } = open();
    const [oldest = "", next = ""] = Array.from({ length: MAX_DEVICES }, () => sessions.start());
    sessions.see(sessions.read(oldest).id);
    sessions.start();
    expect(sessions.list()).toHaveLength(MAX_DEVICES);
    expect(sessions.read(oldest).state).toBe("listed");
    expect(sessions.read(next).state).toBe("unlisted");
  });
});
