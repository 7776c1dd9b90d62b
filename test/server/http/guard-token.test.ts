import { request } from "node:http";
import { afterEach, describe, expect, it, vi } from "vitest";
import { listen } from "../../../server/http/listen.ts";
import { createPairingCodes } from "../../../server/http/pairing-codes.ts";
import { createSessions } from "../../../server/http/sessions.ts";
import { cookieOf, createDoor } from "../../fixtures/http-door.ts";

const TOKEN = "correct-horse-battery-staple";

describe("guardToken()", () => {
  it.each([
    { authorization: `Bearer ${TOKEN}`, status: 200 },
    { authorization: `bearer ${TOKEN}`, status: 200 },
    { authorization: `Bearer ${TOKEN}x`, status: 401 },
    { authorization: `Bearer ${TOKEN.slice(1)}`, status: 401 },
    { authorization: `Basic ${TOKEN}`, status: 401 },
    { authorization: TOKEN, status: 401 },
    { authorization: "Bearer", status: 401 },
    { authorization: "Bearer undefined", status: 401 },
    { authorization: "", status: 401 },
  ])('answers Authorization "$authorization" with $status', async ({ authorization, status }) => {
    const { request } = createDoor({ token: TOKEN });
    expect((await request("/api/tools", { headers: { authorization } })).status).toBe(status);
  });

  it("trades the token for a cookie that scripts and other sites cannot use", async () => {
    const { request } = createDoor({ token: TOKEN });
    const traded = await request(`/?token=${TOKEN}`);
    expect(traded.status).toBe(302);
    expect(traded.headers.get("location")).toBe("/");
    const [cookie = "", ...attributes] = (traded.headers.get("set-cookie") ?? "").split("; ");
    expect(attributes).toEqual(["Path=/", "HttpOnly", "SameSite=Strict"]);
    expect(cookie).not.toContain(TOKEN);
    expect((await request("/api/tools", { headers: { cookie } })).status).toBe(200);
    const rotated = createDoor({ token: `${TOKEN}-2` });
    expect((await rotated.request("/api/tools", { headers: { cookie } })).status).toBe(401);
  });

  it.each(["/?token=wrong", "/?token=", `/api/tools?token=${TOKEN}`, `/index.html?token=${TOKEN}`])(
    "does not open %s",
    async (path) => {
      expect((await createDoor({ token: TOKEN }).request(path)).status).toBe(401);
    },
  );

  it("does not take the token itself for the cookie", async () => {
    const headers = { cookie: `jetson-advisor=${TOKEN}` };
    expect((await createDoor({ token: TOKEN }).request("/api/tools", { headers })).status).toBe(401);
  });

  it("leaves the health of the server readable, and nothing else", async () => {
    const { request } = createDoor({ token: TOKEN });
    const response = await request("/healthz");
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('{"status":"ok"}');
    expect((await request("/healthz/")).status).toBe(401);
  });

  it("asks nobody for a token where none is set", async () => {
    expect((await createDoor().request("/api/tools")).status).toBe(200);
  });

  it("gives every browser a session of its own", async () => {
    const { request } = createDoor({ token: TOKEN });
    const cookies = [await request(`/?token=${TOKEN}`), await request(`/?token=${TOKEN}`)].map(cookieOf);
    expect(new Set(cookies).size).toBe(2);
    for (const cookie of cookies) expect(cookie).toMatch(/^jetson-advisor=[\w-]{22}\.[\w-]{43}$/);
  });

  it("knows a session of before a restart, and none that another token signed", async () => {
    const headersOf = (token: string) => ({ cookie: `jetson-advisor=${createSessions(token).start()}` });
    const { request } = createDoor({ token: TOKEN });
    expect((await request("/api/tools", { headers: headersOf(TOKEN) })).status).toBe(200);
    expect((await request("/api/tools", { headers: headersOf("another-token") })).status).toBe(401);
  });

  it("takes a cookie that is worth nothing from the browser", async () => {
    const headers = { cookie: "jetson-advisor=stale.signature" };
    const response = await createDoor({ token: TOKEN }).request("/api/tools", { headers });
    expect(response.headers.get("set-cookie")).toBe(
      "jetson-advisor=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict",
    );
    const unpaired = await createDoor({ token: TOKEN }).request("/api/tools");
    expect(unpaired.headers.get("set-cookie")).toBeNull();
  });
});

/** One request after the other, as their statuses. */
async function statusesOf(count: number, send: () => Response | Promise<Response>): Promise<number[]> {
  const statuses: number[] = [];
  for (let sent = 0; sent < count; sent++) statuses.push((await send()).status);
  return statuses;
}

describe("guardToken() counting wrong tries", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const right = { headers: { authorization: `Bearer ${TOKEN}` } };
  const wrong = { headers: { authorization: "Bearer guess" } };
  const tenthThenLocked = [...Array<number>(10).fill(401), 429, 429];

  it.each([
    { name: "bearers", path: "/api/tools", headers: { authorization: "Bearer guess" } },
    { name: "tokens in the address", path: "/?token=guess", headers: {} },
    { name: "pairing codes", path: "/pair/AAAAAAAAAAAAAAAAAAAAAA", headers: {} },
    {
      name: "cookies that a guessed token signed",
      path: "/api/tools",
      headers: { cookie: `jetson-advisor=${createSessions("guess").start()}` },
    },
  ])("answers wrong $name with 401, from the 11th on with 429", async ({ path, headers }) => {
    const { request } = createDoor({ token: TOKEN });
    expect(await statusesOf(12, () => request(path, { headers }))).toEqual(tenthThenLocked);
  });

  it("counts wrong tries of every kind together", async () => {
    const { request } = createDoor({ token: TOKEN });
    await statusesOf(5, () => request("/api/tools", wrong));
    await statusesOf(5, () => request("/pair/AAAAAAAAAAAAAAAAAAAAAA"));
    expect((await request("/?token=guess")).status).toBe(429);
  });

  it("locks out no more than a minute, says how long, and then begins anew", async () => {
    vi.useFakeTimers();
    const { request } = createDoor({ token: TOKEN });
    await statusesOf(10, () => request("/api/tools", wrong));
    vi.advanceTimersByTime(20_000);
    const locked = await request("/api/tools", wrong);
    expect(locked.headers.get("retry-after")).toBe("40");
    expect(await locked.json()).toMatchObject({
      error: { code: "too-many-attempts", message: expect.stringContaining("Wait 40 seconds") },
    });
    vi.advanceTimersByTime(40_000);
    expect(await statusesOf(12, () => request("/api/tools", wrong))).toEqual(tenthThenLocked);
  });

  it("refuses the right token as well while it is locked, so that a guesser learns nothing", async () => {
    vi.useFakeTimers();
    const codes = createPairingCodes();
    const { request } = createDoor({ token: TOKEN, pairing: { codes, reachableUrl: () => undefined } });
    const fromBefore = { headers: { cookie: `jetson-advisor=${createSessions(TOKEN).start()}` } };
    const code = codes.create();
    await statusesOf(10, () => request("/api/tools", wrong));
    expect((await request("/api/tools", right)).status).toBe(429);
    expect((await request(`/?token=${TOKEN}`)).status).toBe(429);
    expect((await request(`/pair/${code}`)).status).toBe(429);
    expect((await request("/api/tools", fromBefore)).status).toBe(429);
    expect((await request("/pair/AAAAAAAAAAAAAAAAAAAAAA", fromBefore)).status).toBe(429);
    vi.advanceTimersByTime(60_000);
    expect((await request("/api/tools", right)).status).toBe(200);
    expect((await request("/api/tools", fromBefore)).status).toBe(200);
    expect((await request(`/pair/${code}`)).status).toBe(302);
  });

  it("lets a session go on while its address is locked", async () => {
    const { request } = createDoor({ token: TOKEN });
    const cookie = cookieOf(await request(`/?token=${TOKEN}`));
    await statusesOf(11, () => request("/api/tools", wrong));
    expect((await request("/api/tools", { headers: { cookie } })).status).toBe(200);
  });

  it("locks one address, whatever its headers say, and no other", async () => {
    const { request } = createDoor({ token: TOKEN });
    let sent = 0;
    const spoofed = () => {
      sent += 1;
      const headers = {
        ...wrong.headers,
        "x-forwarded-for": `10.0.0.${sent}`,
        forwarded: `for=10.0.0.${sent}`,
      };
      return request("/api/tools", { headers }, "192.168.1.66");
    };
    expect(await statusesOf(12, spoofed)).toEqual(tenthThenLocked);
    expect((await request("/api/tools", wrong, "192.168.1.67")).status).toBe(401);
    expect((await request("/api/tools", right, "192.168.1.67")).status).toBe(200);
  });

  it("knows the address of a real socket, and locks no other one", async () => {
    const allowedHosts = new Set<string>();
    const listening = await listen(createDoor({ token: TOKEN, allowedHosts }).app, {
      host: "127.0.0.1",
      port: 0,
    });
    allowedHosts.add(`127.0.0.1:${listening.port}`);
    const statusFrom = (localAddress: string, headers: Record<string, string>) =>
      new Promise<number | undefined>((resolve, reject) => {
        const options = { port: listening.port, path: "/api/tools", localAddress, headers };
        request({ host: "127.0.0.1", ...options }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on("error", reject)
          .end();
      });
    const statuses: (number | undefined)[] = [];
    for (let sent = 0; sent < 200; sent++)
      statuses.push(await statusFrom("127.0.0.2", { ...wrong.headers, "x-forwarded-for": `10.0.0.${sent}` }));
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(190).fill(429)]);
    expect(await statusFrom("127.0.0.1", right.headers)).toBe(200);
    await listening.close();
  });

  it("counts no request that offers nothing, and none of a device that was unpaired", async () => {
    const { request } = createDoor({ token: TOKEN });
    const cookie = cookieOf(await request(`/?token=${TOKEN}`));
    const [, id = ""] = /=([^.]+)/.exec(cookie) ?? [];
    expect((await request(`/api/devices/${id}`, { method: "DELETE", ...right })).status).toBe(200);
    expect(new Set(await statusesOf(30, () => request("/api/tools")))).toEqual(new Set([401]));
    expect(new Set(await statusesOf(30, () => request("/api/tools", { headers: { cookie } })))).toEqual(
      new Set([401]),
    );
    expect((await request("/api/tools", right)).status).toBe(200);
  });

  it("counts tries that arrive at once", async () => {
    const { request } = createDoor({ token: TOKEN });
    const responses = await Promise.all(Array.from({ length: 200 }, () => request("/api/tools", wrong)));
    expect(responses.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(responses.filter(({ status }) => status === 429)).toHaveLength(190);
  });

  it("does not tell a paired device whether a token it offers is right", async () => {
    const { request } = createDoor({ token: TOKEN });
    const headers = { cookie: cookieOf(await request(`/?token=${TOKEN}`)) };
    const answers = [
      await request("/?token=guess", { headers }),
      await request(`/?token=${TOKEN}`, { headers }),
    ];
    const shown = answers.map((answer) => [answer.status, [...answer.headers]]);
    expect(shown[0]).toEqual(shown[1]);
    expect(answers[0]?.headers.get("location")).toBe("/");
  });
});
