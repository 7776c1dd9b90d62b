import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import {
  clearSessionCookie,
  readSessionCookie,
  setSessionCookie,
} from "../../../server/http/session-cookie.ts";

const app = new Hono()
  .get("/token", (c) => {
    setSessionCookie(c, "id.signature", "token");
    return c.text("");
  })
  .get("/link", (c) => {
    setSessionCookie(c, "id.signature", "link");
    return c.text("");
  })
  .get("/read", (c) => c.text(readSessionCookie(c) ?? "none"));

describe("the session cookie", () => {
  it("ends with the browser where the token was given, and stays where a link was spent", async () => {
    const cookieOf = async (path: string) => (await app.request(path)).headers.get("set-cookie");
    expect(await cookieOf("/token")).toBe("jetson-advisor=id.signature; Path=/; HttpOnly; SameSite=Strict");
    expect(await cookieOf("/link")).toBe(
      "jetson-advisor=id.signature; Max-Age=34560000; Path=/; HttpOnly; SameSite=Strict",
    );
  });

  it("is read where it is sent", async () => {
    const read = async (cookie: string) => (await app.request("/read", { headers: { cookie } })).text();
    expect(await read("other=1; jetson-advisor=id.signature")).toBe("id.signature");
    expect(await read("other=1")).toBe("none");
  });

  it("is taken back beside other cookies", () => {
    const response = new Response("", { headers: { "set-cookie": "other=1" } });
    clearSessionCookie(response);
    expect(response.headers.getSetCookie()).toEqual([
      "other=1",
      "jetson-advisor=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict",
    ]);
  });
});
