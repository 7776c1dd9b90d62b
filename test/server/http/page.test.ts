import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { createDoor, createFakeAdvisor } from "../../fixtures/http-door.ts";

const SECRET = "canary";
const LARGE = "export const sum = 1 + 1;\n".repeat(400);

/** A built page beside a secret, with links and dotfiles that should not be there. */
function createPageFolder(): string {
  const root = mkdtempSync(join(tmpdir(), "page-"));
  const folder = join(root, "dist");
  mkdirSync(join(folder, "assets"), { recursive: true });
  mkdirSync(join(folder, ".git"));
  mkdirSync(join(root, "dist-secret"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Advisor</title>");
  writeFileSync(join(folder, "assets", "index-B3x_-a.js"), "export {};");
  writeFileSync(join(folder, "assets", "large-C0.js"), LARGE);
  writeFileSync(join(folder, ".git", "config"), SECRET);
  writeFileSync(join(folder, ".env"), SECRET);
  writeFileSync(join(root, ".env"), SECRET);
  writeFileSync(join(root, "dist-secret", "file.txt"), SECRET);
  symlinkSync(join(root, ".env"), join(folder, "link.txt"));
  symlinkSync(root, join(folder, "up"));
  symlinkSync(join(root, "dist-secret"), join(folder, "sibling"));
  symlinkSync(join(folder, "index.html"), join(folder, "inside.html"));
  return folder;
}

const pageFolder = createPageFolder();

describe("servePage()", () => {
  it.each([
    { path: "/", type: "text/html; charset=utf-8", cache: "no-cache" },
    { path: "/index.html", type: "text/html; charset=utf-8", cache: "no-cache" },
    { path: "/inside.html", type: "text/html; charset=utf-8", cache: "no-cache" },
    {
      path: "/assets/index-B3x_-a.js",
      type: "text/javascript; charset=utf-8",
      cache: "max-age=31536000, immutable",
    },
  ])("serves $path as $type", async ({ path, type, cache }) => {
    const response = await createDoor({ pageFolder }).request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("cache-control")).toBe(cache);
  });

  it.each([
    "/.env",
    "/.git/config",
    "/assets/../.env",
    "/link.txt",
    "/up/.env",
    "/sibling/file.txt",
    "/assets",
    "/assets/",
    "/nothing.js",
    "/index.html/x",
    "/%C3%A4.html",
  ])("answers %s with 404 and no content", async (path) => {
    const response = await createDoor({ pageFolder }).request(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain(SECRET);
  });

  it.each([
    "/chats/3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    "/planner",
    "/documents",
    "/documents/edge-llm-decision-framework",
    "/status",
    "/planner?device=orin-nx-16gb",
  ])("serves the page for its view %s", async (path) => {
    const response = await createDoor({ pageFolder }).request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-cache");
  });

  it.each([
    "/chats",
    "/chats/",
    "/chats/a/b",
    "/chats/a.b",
    "/chats/.env",
    "/chats/%C3%A4",
    "/planner/",
    "/planner/x",
    "/documents/",
    "/documents/a/b",
    "/status/",
    "/statuses",
    "/Status",
    "/api",
    "/api/planner",
    "/api/status/x",
    "/settings",
  ])("answers %s, which is no view, with 404 in JSON", async (path) => {
    const response = await createDoor({ pageFolder }).request(path, { headers: { accept: "text/html" } });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: "not-found" } });
  });

  it("answers HEAD without a body", async () => {
    const response = await createDoor({ pageFolder }).request("/", { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  });

  it.each(["/", "/planner"])("says at %s how to build a page that is not built", async (path) => {
    const response = await createDoor().request(path);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("npm run build");
  });

  it("answers any other path with 404 while the page is not built", async () => {
    expect((await createDoor().request("/assets/index.js")).status).toBe(404);
  });
});

describe("compression", () => {
  const headers = { "accept-encoding": "gzip, deflate" };

  it("sends a large file of the page as gzip to a browser that takes it", async () => {
    const response = await createDoor({ pageFolder }).request("/assets/large-C0.js", { headers });
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect(response.headers.get("vary")).toBe("Accept-Encoding");
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.length).toBeLessThan(LARGE.length / 2);
    expect(gunzipSync(bytes).toString()).toBe(LARGE);
  });

  it("sends it as it is to one that does not", async () => {
    const response = await createDoor({ pageFolder }).request("/assets/large-C0.js");
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(await response.text()).toBe(LARGE);
  });

  it("leaves a stream as it is, and passes each part on as it comes", async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const stream = () => new Response(readable, { headers: { "content-type": "text/event-stream" } });
    const { post } = createDoor({ advisor: createFakeAdvisor(stream).advisor });
    const conversation = '{"messages":[{"role":"user","parts":[{"type":"text","text":"Hi"}]}]}';
    const response = await post("/api/chat", conversation, headers);
    expect(response.headers.get("content-encoding")).toBeNull();
    const writer = writable.getWriter();
    const reader = response.body?.getReader();
    // Read before the next is written: a part that waits for more would let this hang.
    for (const part of ["data: 1\n\n", "data: 2\n\n"]) {
      void writer.write(new TextEncoder().encode(part));
      expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(part);
    }
    await writer.close();
  });
});
