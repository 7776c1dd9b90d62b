import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { buildPage, isPageStale } from "../../../server/http/build-page.ts";

const CONFIG = 'export default { root: import.meta.dirname, build: { outDir: "dist" } };\n';

/** A page of one file with its bundler's settings, and a build of it as old as wanted. */
function createSources(builtSeconds?: number): string {
  const folder = mkdtempSync(join(tmpdir(), "web-"));
  mkdirSync(join(folder, "chat"));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  writeFileSync(join(folder, "vite.config.ts"), CONFIG);
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Advisor</title>");
  writeFileSync(join(folder, "chat", "chat.ts"), "export {};");
  for (const source of ["package.json", "vite.config.ts", "index.html", "chat/chat.ts"])
    utimesSync(join(folder, source), 1000, 1000);
  if (builtSeconds === undefined) return folder;
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "dist", "index.html"), "built");
  utimesSync(join(folder, "dist", "index.html"), builtSeconds, builtSeconds);
  return folder;
}

describe("isPageStale()", () => {
  it.each([
    { name: "a page that was never built", builtSeconds: undefined, stale: true },
    { name: "a page built before its newest source", builtSeconds: 999, stale: true },
    { name: "a page as old as its newest source", builtSeconds: 1000, stale: false },
    { name: "a page built after its newest source", builtSeconds: 1001, stale: false },
  ])("is $stale for $name", ({ builtSeconds, stale }) => {
    expect(isPageStale(createSources(builtSeconds))).toBe(stale);
  });

  it("sees a change deep in the sources", () => {
    const folder = createSources(1001);
    utimesSync(join(folder, "chat", "chat.ts"), 1002, 1002);
    expect(isPageStale(folder)).toBe(true);
  });

  it("is false where there are no sources", () => {
    expect(isPageStale(join(tmpdir(), "no-such-web"))).toBe(false);
    const folder = createSources();
    rmSync(join(folder, "vite.config.ts"));
    expect(isPageStale(folder)).toBe(false);
  });
});

describe("buildPage()", () => {
  beforeEach(() => {
    vi.spyOn(console, "error").mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("builds a page that is missing, and then leaves it alone", async () => {
    const folder = createSources();
    await buildPage(folder);
    expect(readFileSync(join(folder, "dist", "index.html"), "utf8")).toContain("Advisor");
    expect(isPageStale(folder)).toBe(false);
  });

  it("tells a failure instead of throwing it", async () => {
    const folder = createSources();
    rmSync(join(folder, "index.html"));
    await buildPage(folder);
    expect(existsSync(join(folder, "dist"))).toBe(false);
    expect(console.error).toHaveBeenCalledWith(
      expect.stringContaining("Cannot build the page"),
      expect.anything(),
    );
  });
});
