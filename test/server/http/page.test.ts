import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createDoor } from "../../fixtures/http-door.ts";

const SECRET = "canary";

/** A built page beside a secret, with links and dotfiles that should not be there. */
function createPageFolder(): string {
  const root = mkdtempSync(join(tmpdir(), "page-"));
  const folder = join(root, "dist");
  mkdirSync(join(folder, "assets"), { recursive: true });
  mkdirSync(join(folder, ".git"));
  mkdirSync(join(root, "dist-secret"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Advisor</title>");
  writeFileSync(join(folder, "assets", "index-B3x_-a.js"), "export {};");
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

  it("answers HEAD without a body", async () => {
    const response = await createDoor({ pageFolder }).request("/", { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  });

  it("says how to build a page that is not built", async () => {
    const response = await createDoor().request("/");
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("npm run build");
  });

  it("answers any other path with 404 while the page is not built", async () => {
    expect((await createDoor().request("/assets/index.js")).status).toBe(404);
  });
});
