import { describe, expect, it } from "vitest";
import { createDoor } from "../../fixtures/http-door.ts";

const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; " +
  "trusted-types 'none'";

describe("securityHeaders()", () => {
  it.each([
    { name: "the page", path: "/", host: "127.0.0.1:8080" },
    { name: "an answer", path: "/api/tools", host: "127.0.0.1:8080" },
    { name: "an unknown path", path: "/nothing", host: "127.0.0.1:8080" },
    { name: "a refusal", path: "/", host: "evil.example" },
  ])("protects $name", async ({ path, host }) => {
    const { headers } = await createDoor().request(path, { headers: { host } });
    expect(headers.get("content-security-policy")).toBe(csp);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("camera=(), ");
    expect(headers.get("strict-transport-security")).toBeNull();
    expect(headers.get("x-powered-by")).toBeNull();
  });
});

describe("noStore()", () => {
  it.each([
    { path: "/api/tools", cache: "no-store" },
    { path: "/api/nothing", cache: "no-store" },
    { path: "/nothing", cache: null },
  ])("gives $path the cache rule $cache", async ({ path, cache }) => {
    expect((await createDoor().request(path)).headers.get("cache-control")).toBe(cache);
  });

  it("outweighs the cache rule of a stream", async () => {
    const { post } = createDoor();
    const response = await post(
      "/api/chat",
      '{"messages":[{"role":"user","parts":[{"type":"text","text":"Hi"}]}]}',
    );
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});
