import { describe, expect, it } from "vitest";
import { createDoor, HOST } from "../../fixtures/http-door.ts";

describe("guardHost()", () => {
  it.each([
    { host: HOST, status: 200 },
    { host: "evil.example", status: 403 },
    { host: "evil.example:8080", status: 403 },
    { host: "127.0.0.1", status: 403 },
    { host: "127.0.0.1:8081", status: 403 },
    { host: "127.0.0.1:8080.evil.example", status: 403 },
    { host: "evil.example@127.0.0.1:8080", status: 403 },
    { host: `${HOST}, evil.example`, status: 400 },
    { host: "", status: 400 },
  ])('answers Host "$host" with $status', async ({ host, status }) => {
    expect((await createDoor().request("/api/tools", { headers: { host } })).status).toBe(status);
  });

  it("refuses a request without a Host", async () => {
    const response = await createDoor().app.request("/api/tools");
    expect(response.status).toBe(400);
  });

  it("does not tell a foreign name what this server is called", async () => {
    const response = await createDoor().request("/", { headers: { host: "evil.example" } });
    const body = await response.text();
    expect(body).toContain('"forbidden-host"');
    expect(body).not.toContain(HOST);
  });
});

describe("guardPath()", () => {
  it.each([
    "//api/tools",
    "/api//tools",
    "/api%2Ftools",
    "/api%2ftools",
    "/api%5Ctools",
    "/api\\tools",
    "/..%2f..%2f.env",
    "/%2e%2e/.env",
    "/.%2e/.env",
    "/%2egit/config",
    "/%252e%252e/",
    "/api/./tools",
    "/api/../.env",
    "/..",
    "/api%00",
    "/%61pi/tools",
    "/%zz",
    "/api#x",
    "http://127.0.0.1:8080/api/tools",
    "*",
  ])("refuses the target %s as it was sent", async (url) => {
    const env = { incoming: { url } };
    const response = await createDoor().app.request("/api/tools", { headers: { host: HOST } }, env);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: "invalid-input" } });
  });

  it.each(["/api/tools", "/api/tools?x=/../%2f", "/api/tools/", "/v1.2/x..y/z", "/%C3%A4"])(
    "lets the target %s pass",
    async (url) => {
      const env = { incoming: { url } };
      const response = await createDoor().app.request("/api/tools", { headers: { host: HOST } }, env);
      expect(response.status).toBe(200);
    },
  );
});

describe("guardOrigin()", () => {
  it.each([
    { origin: `http://${HOST}`, status: 200 },
    { origin: "http://evil.example", status: 403 },
    { origin: `http://${HOST}.evil.example`, status: 403 },
    { origin: `http://evil.example/${HOST}`, status: 403 },
    { origin: `https://${HOST}`, status: 403 },
    { origin: "http://127.0.0.1:3000", status: 403 },
    { origin: "null", status: 403 },
    { origin: "", status: 403 },
  ])('answers Origin "$origin" with $status and no permission', async ({ origin, status }) => {
    const response = await createDoor().request("/api/tools", { headers: { origin } });
    expect(response.status).toBe(status);
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("grants no preflight", async () => {
    const { request } = createDoor();
    const headers = { origin: "http://evil.example", "access-control-request-method": "POST" };
    expect((await request("/api/chat", { method: "OPTIONS", headers })).status).toBe(403);
  });
});

describe("guardMediaType()", () => {
  it.each([
    { type: "application/json", status: 404 },
    { type: "Application/JSON; charset=utf-8", status: 404 },
    { type: "text/plain", status: 415 },
    { type: "text/plain; application/json", status: 415 },
    { type: "application/x-www-form-urlencoded", status: 415 },
    { type: "multipart/form-data; boundary=application/json", status: 415 },
    { type: "application/json, text/plain", status: 415 },
    { type: "application/jsonp", status: 415 },
    { type: "", status: 415 },
  ])('answers a POST of "$type" to an unknown tool with $status', async ({ type, status }) => {
    const response = await createDoor().post("/api/tools/nothing", "{}", { "content-type": type });
    expect(response.status).toBe(status);
  });
});
