import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cookieOf, createDoor, createFakeAdvisor } from "../../fixtures/http-door.ts";

const TOKEN = "correct-horse-battery-staple";

describe("createAccess()", () => {
  it("lets everybody in where there is no token", async () => {
    const { request } = createDoor();
    expect((await request("/api/devices")).status).toBe(200);
    expect((await request("/api/devices", { headers: { authorization: "Bearer guess" } })).status).toBe(200);
  });

  it("keeps the sessions of two servers apart only by their tokens", async () => {
    const cookie = cookieOf(await createDoor({ token: TOKEN }).request(`/?token=${TOKEN}`));
    const statusAt = async (token: string) =>
      (await createDoor({ token }).request("/api/devices", { headers: { cookie } })).status;
    expect(await statusAt(TOKEN)).toBe(200);
    expect(await statusAt(`${TOKEN}-2`)).toBe(401);
  });

  it("does not let an unpaired device in again after a restart", async () => {
    const parts = {
      token: TOKEN,
      endedSessionsFile: join(mkdtempSync(join(tmpdir(), "access-")), "ended.json"),
    };
    const before = createDoor(parts);
    const [lost, mine] = [await before.request(`/?token=${TOKEN}`), await before.request(`/?token=${TOKEN}`)];
    const id = cookieOf(lost).replace(/^.*=|\..*$/g, "");
    const headers = { cookie: cookieOf(mine) };
    expect((await before.request(`/api/devices/${id}`, { method: "DELETE", headers })).status).toBe(200);
    const after = createDoor(parts);
    const statusOf = async (cookie: string) =>
      (await after.request("/api/devices", { headers: { cookie } })).status;
    expect(await statusOf(cookieOf(lost))).toBe(401);
    expect(await statusOf(cookieOf(mine))).toBe(200);
  });

  it("gives each device the stream of its own question, and no address of another's", async () => {
    let asked = 0;
    const answer = () => new Response(`data: answer ${++asked}\n\n`);
    const { request, post } = createDoor({ token: TOKEN, advisor: createFakeAdvisor(answer).advisor });
    const devices = [await request(`/?token=${TOKEN}`), await request(`/?token=${TOKEN}`)].map(cookieOf);
    const body = '{"id":"one-chat","messages":[{"role":"user","parts":[{"type":"text","text":"Hi"}]}]}';
    const streams = await Promise.all(devices.map((cookie) => post("/api/chat", body, { cookie })));
    expect(await Promise.all(streams.map((stream) => stream.text()))).toEqual([
      "data: answer 1\n\n",
      "data: answer 2\n\n",
    ]);
    for (const path of ["/api/chat/one-chat", "/api/chat/one-chat/stream", "/api/chats/one-chat"])
      expect((await request(path, { headers: { cookie: devices[1] ?? "" } })).status).toBe(404);
  });
});
