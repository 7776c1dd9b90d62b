import { describe, expect, it } from "vitest";
import { createPairingCodes } from "../../../server/http/pairing-codes.ts";
import { cookieOf, createDoor } from "../../fixtures/http-door.ts";

const TOKEN = "correct-horse-battery-staple";

function openDoor() {
  const codes = createPairingCodes();
  const pairing = { codes, reachableUrl: () => "http://192.168.1.20:8080" };
  return { codes, ...createDoor({ token: TOKEN, pairing }) };
}

describe("GET /pair/:code", () => {
  it("pairs the device that opens it first, in a cookie that outlasts the browser, and opens the page", async () => {
    const { codes, request } = openDoor();
    const code = codes.create();
    const paired = await request(`/pair/${code}`);
    expect(paired.status).toBe(302);
    expect(paired.headers.get("location")).toBe("/");
    const [cookie = "", ...attributes] = (paired.headers.get("set-cookie") ?? "").split("; ");
    expect(attributes).toEqual(["Max-Age=34560000", "Path=/", "HttpOnly", "SameSite=Strict"]);
    for (const secret of [TOKEN, code]) expect(cookie).not.toContain(secret);
    expect((await request("/api/tools", { headers: { cookie } })).status).toBe(200);
  });

  it("refuses a link that was used, and says what to do", async () => {
    const { codes, request } = openDoor();
    const code = codes.create();
    await request(`/pair/${code}`);
    const again = await request(`/pair/${code}`);
    expect(again.status).toBe(401);
    expect(again.headers.get("set-cookie")).toBeNull();
    expect(await again.json()).toMatchObject({
      error: { code: "unauthorized", message: expect.stringContaining("Make a new one") },
    });
  });

  it("tells a person so in a page, not in JSON", async () => {
    const headers = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
    const refused = await openDoor().request("/pair/AAAAAAAAAAAAAAAAAAAAAA", { headers });
    expect(refused.status).toBe(401);
    expect(refused.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await refused.text()).toContain("Make a new one");
  });

  it("leaves the code to another device where the one that opens it is paired", async () => {
    const { codes, request } = openDoor();
    const headers = { cookie: cookieOf(await request(`/pair/${codes.create()}`)) };
    const code = codes.create();
    const opened = await request(`/pair/${code}`, { headers });
    expect([opened.status, opened.headers.get("set-cookie")]).toEqual([302, null]);
    expect((await request(`/pair/${code}`)).headers.get("set-cookie")).toContain("jetson-advisor=");
  });

  it("does not spend a code on a HEAD, which looks without opening", async () => {
    const { codes, request } = openDoor();
    const code = codes.create();
    expect((await request(`/pair/${code}`, { method: "HEAD" })).status).toBe(401);
    expect((await request(`/pair/${code}`)).status).toBe(302);
  });

  it.each(["/pair", "/pair/", "/pair/a/b"])("answers %s without the token with 401", async (path) => {
    expect((await openDoor().request(path)).status).toBe(401);
  });

  it("says what is needed where there is no token", async () => {
    const response = await createDoor().request("/pair/AAAAAAAAAAAAAAAAAAAAAA");
    expect(response.status).toBe(409);
    expect(await response.text()).toContain("--token");
  });
});
