import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createPairingCodes } from "../../../server/http/pairing-codes.ts";
import { cookieOf, createDoor, createFakeAdvisor, HOST } from "../../fixtures/http-door.ts";

const TOKEN = "correct-horse-battery-staple";
const LAN = "192.168.1.20:8080";
const bearer = { authorization: `Bearer ${TOKEN}` };
const chat = '{"messages":[{"role":"user","parts":[{"type":"text","text":"Hi"}]}]}';

const Paired = z.strictObject({ url: z.url(), expiresAt: z.iso.datetime(), secondsValid: z.literal(600) });
const Devices = z.strictObject({
  devices: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      pairedAt: z.iso.datetime().nullable(),
      lastSeenAt: z.iso.datetime(),
      isThis: z.boolean(),
    }),
  ),
});

function openDoor(reachableUrl: string | undefined = `http://${LAN}`, answer?: () => Response) {
  const fake = createFakeAdvisor(answer);
  const door = createDoor({
    token: TOKEN,
    advisor: fake.advisor,
    allowedHosts: new Set([HOST, LAN, "[::1]:8080"]),
    pairing: { codes: createPairingCodes(), reachableUrl: () => reachableUrl },
  });
  return {
    ...door,
    fake,
    async pair(headers: Record<string, string> = bearer) {
      const made = Paired.parse(await (await door.post("/api/pairing", "{}", headers)).json());
      const opened = await door.request(new URL(made.url).pathname, {
        headers: { "user-agent": "Mozilla/5.0 (iPhone) Version/18.6 Safari/604.1" },
      });
      return { cookie: cookieOf(opened) };
    },
    async devices(headers: Record<string, string>) {
      return Devices.parse(await (await door.request("/api/devices", { headers })).json()).devices;
    },
  };
}

describe("POST /api/pairing", () => {
  it.each([
    {
      name: "the board's address on the network to a browser on the board",
      host: HOST,
      url: `http://${LAN}`,
    },
    { name: "the same to one that names the board [::1]", host: "[::1]:8080", url: `http://${LAN}` },
    { name: "the address a browser reached the board by", host: LAN, url: `http://${LAN}` },
  ])("gives a link with $name", async ({ host, url }) => {
    const response = await openDoor().post("/api/pairing", "{}", { ...bearer, host });
    const made = Paired.parse(await response.json());
    expect(made.url).toMatch(new RegExp(`^${url}/pair/[\\w-]{22}$`));
    expect(made.url).not.toContain(TOKEN);
    expect(Math.abs(Date.parse(made.expiresAt) - Date.now() - 600_000)).toBeLessThan(5_000);
  });

  it("lets a paired device pair a further one", async () => {
    const { pair, request } = openDoor();
    const second = await pair({ ...(await pair()) });
    expect((await request("/api/tools", { headers: { ...second } })).status).toBe(200);
  });

  it.each([
    { name: "only this machine reaches the server", door: createDoor({ token: TOKEN }), wanted: "--host" },
    { name: "there is no token", door: createDoor(), wanted: "--token" },
  ])("says what is needed where $name", async ({ door, wanted }) => {
    const response = await door.post("/api/pairing", "{}", bearer);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      error: { code: "pairing-unavailable", message: expect.stringContaining(wanted) },
    });
  });

  it("says so where the board is on no network", async () => {
    const door = createDoor({
      token: TOKEN,
      pairing: { codes: createPairingCodes(), reachableUrl: () => undefined },
    });
    const response = await door.post("/api/pairing", "{}", bearer);
    expect(response.status).toBe(409);
    expect(await response.text()).toContain("no address on a network");
  });
});

describe("GET /api/devices", () => {
  it("lists the paired devices, and which of them asks", async () => {
    const { pair, devices } = openDoor();
    const [mine, theirs] = [await pair(), await pair()];
    const listed = await devices(mine);
    expect(listed.map(({ name, isThis }) => [name, isThis])).toEqual([
      ["Safari on iPhone", true],
      ["Safari on iPhone", false],
    ]);
    expect((await devices(bearer)).filter(({ isThis }) => isThis)).toEqual([]);
    for (const { cookie } of [mine, theirs])
      expect(JSON.stringify(listed)).not.toContain(cookie.split(".")[1]);
  });

  it("lists none where no token is set", async () => {
    const response = await createDoor().request("/api/devices");
    expect(await response.json()).toEqual({ devices: [] });
  });
});

describe("DELETE /api/devices/:id", () => {
  it("ends one session at once and touches no other", async () => {
    const { pair, devices, request } = openDoor();
    const [lost, mine] = [await pair(), await pair()];
    const [{ id } = { id: "" }] = (await devices(mine)).filter(({ isThis }) => !isThis);
    const ended = await request(`/api/devices/${id}`, { method: "DELETE", headers: { ...mine } });
    expect(await ended.json()).toEqual({ unpaired: id });
    expect((await request("/api/tools", { headers: { ...lost } })).status).toBe(401);
    expect((await request("/api/tools", { headers: { ...mine } })).status).toBe(200);
    expect(await devices(mine)).toHaveLength(1);
  });

  it("ends the running answers of that device, and those of no other", async () => {
    const never = () =>
      new Response(new ReadableStream({}), { headers: { "content-type": "text/event-stream" } });
    const { pair, devices, request, post, fake } = openDoor(undefined, never);
    const [lost, mine] = [await pair(), await pair()];
    await post("/api/chat", chat, { ...lost });
    await post("/api/chat", chat, { ...mine });
    const [{ id } = { id: "" }] = (await devices(mine)).filter(({ isThis }) => !isThis);
    await request(`/api/devices/${id}`, { method: "DELETE", headers: { ...mine } });
    expect(fake.signals.map((signal) => signal?.aborted)).toEqual([true, false]);
    expect(fake.signals[0]?.reason).toMatchObject({ code: "unauthorized" });
  });

  it.each(["AAAAAAAAAAAAAAAAAAAAAA", "x", "__proto__"])(
    "answers the unknown device %s with 404",
    async (id) => {
      const { pair, devices, request } = openDoor();
      const mine = await pair();
      const response = await request(`/api/devices/${id}`, { method: "DELETE", headers: { ...mine } });
      expect(response.status).toBe(404);
      expect(await devices(mine)).toHaveLength(1);
    },
  );

  it("refuses the page of another site", async () => {
    const { pair, request } = openDoor();
    const headers = { ...(await pair()), origin: "http://evil.example" };
    expect((await request("/api/devices/x", { method: "DELETE", headers })).status).toBe(403);
  });
});
