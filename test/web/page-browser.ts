import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { build } from "vite";
import { expect, vi } from "vitest";
import { type Reply, servePage } from "./page-server.ts";

const usualPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of this machine; without one the page is not tested, and that is said. */
export const executablePath = [process.env.CHROMIUM_PATH ?? "", ...usualPaths].find(
  (path) => path !== "" && existsSync(path),
);
if (!executablePath)
  console.warn(
    "NOT TESTED: the page, for want of a browser. Install Chromium, or name one in CHROMIUM_PATH.",
  );

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--no-first-run",
];

/** Writes down everything a page does that it must not do. */
async function watch(page: Page, origin: string, breaches: string[]): Promise<void> {
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) breaches.push(`request to ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    breaches.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => breaches.push(`error ${error.message}`));
  page.on("console", (message) => {
    const isRefusal = message.text().includes("503");
    if (message.type() === "error" && !isRefusal) breaches.push(`console ${message.text()}`);
  });
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    ),
  );
}

/** Builds the page, serves it with these replies, and opens it in a real browser. */
export async function openPageBrowser(reply: Reply) {
  vi.stubEnv("NODE_ENV", "production");
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  await build({
    configFile: join(import.meta.dirname, "../../web/vite.config.ts"),
    build: { outDir: folder },
    logLevel: "warn",
  });
  const server = await servePage(folder, reply);
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: flags });
  const breaches: string[] = [];
  return {
    folder,
    async openPage(path: string): Promise<Page> {
      const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
      page.setDefaultTimeout(10_000);
      await watch(page, server.origin, breaches);
      await page.goto(server.origin + path);
      return page;
    },
    /** Closes the pages of a test, and fails it when one did what it must not. */
    async expectNoBreach(): Promise<void> {
      for (const context of browser.contexts()) await context.close();
      expect(breaches.splice(0)).toEqual([]);
    },
    async close(): Promise<void> {
      await browser.close();
      server.close();
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type PageBrowser = Awaited<ReturnType<typeof openPageBrowser>>;
